using HelpDesk.Simulator;

var options = new SimulatorOptions { PeopleActAfter = TimeSpan.FromSeconds(1.5) };
new ConfigurationBuilder().AddEnvironmentVariables("Simulator__").AddCommandLine(args).Build().Bind(options);
await SimulatorHost.Build(options).RunAsync();
