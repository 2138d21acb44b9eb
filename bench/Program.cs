using HelpDesk.Bench;
using HelpDesk.Bench.Engine;
using HelpDesk.Bench.Triage;

IReadOnlyList<IScenario> scenarios = [new EngineScenario(), new TriageScenario()];
return await BenchRunner.RunAsync(scenarios, args);
