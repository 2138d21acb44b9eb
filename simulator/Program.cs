using HelpDesk.Simulator;

var options = new SimulatorOptions();
new ConfigurationBuilder().AddEnvironmentVariables("Simulator__").AddCommandLine(args).Build().Bind(options);
await SimulatorHost.Build(options).RunAsync();
