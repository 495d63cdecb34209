package smartcity.sink.file;

/// How the files of a topic are written. It does not decide which rows they have.
public record FileSettings(FileForm form, CompressionCodec codec) {
    /// The settings of topics that have no others.
    public static final FileSettings USUAL = new FileSettings(FileForm.COMPATIBLE, CompressionCodec.USUAL);

    /// The same in another form.
    public FileSettings in(FileForm other) {
        return new FileSettings(other, codec);
    }
}
