using HelpDesk.Bench;
using HelpDesk.Bench.Engine;
using HelpDesk.Bench.Product;
using HelpDesk.Bench.Triage;

IReadOnlyList<IScenario> scenarios = [new EngineScenario(), new WebhookScenario(), new StartScenario(), new DemoScenario(), new MemoryScenario(), new TriageScenario()];
return await BenchRunner.RunAsync(scenarios, args);
