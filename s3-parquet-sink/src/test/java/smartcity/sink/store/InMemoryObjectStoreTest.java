package smartcity.sink.store;

class InMemoryObjectStoreTest implements AtomicPutContract {
    private final ObjectStore store = new InMemoryObjectStore();

    @Override
    public ObjectStore store() {
        return store;
    }
}
