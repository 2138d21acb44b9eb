using HelpDesk.Bench;
using HelpDesk.Bench.Engine;
using HelpDesk.Bench.Product;
using HelpDesk.Bench.Throttling;
using HelpDesk.Bench.Triage;
using HelpDesk.Simulator.Graph.Throttling;

IReadOnlyList<IScenario> scenarios = [new EngineScenario(), new WebhookScenario(), new StartScenario(), new DemoScenario(), new MemoryScenario(), new MassScenario(), new TriageScenario(),
    new ThrottleScenario(ModelSize.Small), new ThrottleScenario(ModelSize.Medium), new ThrottleScenario(ModelSize.Large)];
return await BenchRunner.RunAsync(scenarios, args);
