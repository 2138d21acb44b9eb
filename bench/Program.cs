using HelpDesk.Bench;
using HelpDesk.Bench.Engine;

IReadOnlyList<IScenario> scenarios = [new EngineScenario()];
return await BenchRunner.RunAsync(scenarios, args);
