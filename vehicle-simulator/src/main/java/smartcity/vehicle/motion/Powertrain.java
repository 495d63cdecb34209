package smartcity.vehicle.motion;

import smartcity.event.FuelType;

/// The conversion of energy from the tank or battery into work at the wheels.
sealed interface Powertrain {
    /// Energy drawn from the tank or battery in a second [J]; negative when braking charges a battery.
    ///
    /// @param work at the wheels [J], negative when the vehicle brakes
    /// @param metres driven [m]
    /// @param kept work recovered before and not used yet [J]
    double drawn(double work, double metres, double kept);

    /// Recovered work that is still unused after that second [J].
    double kept(double work, double kept);

    /// The powertrain of a class of vehicles with a fuel.
    static Powertrain of(VehicleClass vehicleClass, FuelType fuel) {
        return switch (fuel) {
            case PETROL, DIESEL -> Engine.of(vehicleClass, fuel);
            case HYBRID -> new Hybrid(Engine.of(vehicleClass, FuelType.PETROL).efficiency());
            case ELECTRIC -> new Electric(Electric.auxiliaryWatts(vehicleClass));
        };
    }

    /// A combustion engine: its consumption is linear in its work, and 0 when the wheels drive the engine and the
    /// injection is cut off. Source of the form: Willans' line; Guzzella and Sciarretta,
    /// "Vehicle Propulsion Systems", 2013, section 3.1.
    ///
    /// @param idleWatts power drawn at standstill [W]
    /// @param frictionNewtons additional energy per distance, because engine speed grows with road speed [J/m]
    /// @param efficiency work at the wheels per additional joule drawn
    record Engine(double idleWatts, double frictionNewtons, double efficiency) implements Powertrain {
        /// Petrol and diesel [J/l]. Source: JEC, "Well-to-Tank report v5", 2020: 43.2 MJ/kg and 0.743 kg/l,
        /// 43.1 MJ/kg and 0.832 kg/l.
        static final double PETROL_JOULES = 32.1e6;

        static final double DIESEL_JOULES = 35.9e6;

        /// Idling of a car: 0.16 US gallons an hour with petrol, 0.17 with diesel; of a lorry 0.49. Source:
        /// U.S. Department of Energy, "Fact #861: Idle fuel consumption for selected gasoline and diesel
        /// vehicles", 2015. The others, frictions and efficiencies are chosen, so that consumptions come out
        /// as published.
        static Engine of(VehicleClass vehicleClass, FuelType fuel) {
            double joules = fuel == FuelType.PETROL ? PETROL_JOULES : DIESEL_JOULES;
            boolean petrol = fuel == FuelType.PETROL;
            return switch (vehicleClass) {
                case CAR -> idling(0.62 * joules, petrol ? 180 : 130, petrol ? 0.33 : 0.38);
                case VAN -> idling(0.8 * joules, petrol ? 240 : 180, petrol ? 0.33 : 0.38);
                case LORRY -> idling(1.85 * joules, 340, 0.41);
                case COACH -> idling(2.2 * joules, 340, 0.4);
                case MOTORCYCLE -> idling(0.45 * joules, 130, 0.29);
            };
        }

        private static Engine idling(double joulesAnHour, double frictionNewtons, double efficiency) {
            return new Engine(joulesAnHour / 3600, frictionNewtons, efficiency);
        }

        @Override
        public double drawn(double work, double metres, double kept) {
            return Math.max(0, idleWatts + frictionNewtons * metres + work / efficiency);
        }

        @Override
        public double kept(double work, double kept) {
            return 0;
        }
    }

    /// A petrol engine that runs only when needed, and a small battery that stores the energy of braking.
    ///
    /// @param efficiency of the engine as of [Engine]
    record Hybrid(double efficiency) implements Powertrain {
        /// Drawn while the engine is off, for lights and heating; friction of the engine as that of a car;
        /// share of the braking that moves the vehicle again; what the battery keeps, half of some 1.2 kWh.
        /// All chosen.
        private static final double OFF_WATTS = 900;

        private static final double FRICTION_NEWTONS = 150;
        private static final double RETURNED = 0.55;
        private static final double MOST_KEPT = 2.2e6;

        /// Efficiency relative to an engine alone, because the electric gears keep it near its best point; chosen.
        private static final double BETTER = 1.08;

        @Override
        public double drawn(double work, double metres, double kept) {
            double needed = work - kept;
            return OFF_WATTS + (needed > 0 ? FRICTION_NEWTONS * metres + needed / (efficiency * BETTER) : 0);
        }

        @Override
        public double kept(double work, double kept) {
            return work < 0 ? Math.min(MOST_KEPT, kept - work * RETURNED) : Math.max(0, kept - work);
        }
    }

    /// An electric motor that charges the battery when the vehicle brakes.
    ///
    /// @param auxiliaryWatts constant power for heating, cooling and lights [W]
    record Electric(double auxiliaryWatts) implements Powertrain {
        /// Battery to wheels, and wheels to battery; chosen, within what is published: 0.85 to 0.9 and 0.6 to
        /// 0.7.
        private static final double EFFICIENCY = 0.87;

        private static final double RECOVERED = 0.65;

        /// By class; chosen.
        static double auxiliaryWatts(VehicleClass vehicleClass) {
            return switch (vehicleClass) {
                case CAR -> 900;
                case VAN -> 1_000;
                case LORRY -> 3_000;
                case COACH -> 5_000;
                case MOTORCYCLE -> 100;
            };
        }

        @Override
        public double drawn(double work, double metres, double kept) {
            return auxiliaryWatts + (work < 0 ? work * RECOVERED : work / EFFICIENCY);
        }

        @Override
        public double kept(double work, double kept) {
            return 0;
        }
    }
}
