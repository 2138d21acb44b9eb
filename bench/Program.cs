using HelpDesk.Bench;
using HelpDesk.Bench.Conversations;
using HelpDesk.Bench.Engine;
using HelpDesk.Bench.Knowledge;
using HelpDesk.Bench.Language;
using HelpDesk.Bench.Product;
using HelpDesk.Bench.ServiceDesk;
using HelpDesk.Bench.Throttling;
using HelpDesk.Bench.Triage;
using HelpDesk.Simulator.Graph.Throttling;

if (args is [LanguageRun.Verb, var candidate, ..])
    return LanguageRun.Run(candidate, args.ElementAtOrDefault(2));

if (args is [JudgeRun.Verb, var tickets])
    return await JudgeRun.RunAsync(tickets);

var asked = BenchArguments.Read(args);
IReadOnlyList<IScenario> scenarios = [new EngineScenario(), new WebhookScenario(), new MessageScenario(), new ConversationScenario("conversations", 1_000, 10_000), new ConversationScenario("conversations-short", 250, 1_000), new StartScenario(), new DemoScenario(), new MemoryScenario(), new StallScenario(), new BulkScenario(), new DeskScenario(), new TriageScenario(asked.Data), new LanguageScenario(asked.Data), new KnowledgeScenario(asked.Data),
    new ThrottleScenario(ModelSize.Small), new ThrottleScenario(ModelSize.Medium), new ThrottleScenario(ModelSize.Large)];
return await BenchRunner.RunAsync(scenarios, asked.Scenarios);
