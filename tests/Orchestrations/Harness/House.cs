using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Domain.Policy.Questions;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Flows.Timers;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Stages.Execution.MultiAdminApprovals;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Stages.Rulebook;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Records;
using HelpDesk.Orchestrations.Tests.Runbooks;
using HelpDesk.Orchestrations.Tests.Triage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>The whole product in memory: real workflows, runbooks and policy as shipped; fakes only where the outside world begins.</summary>
public sealed class House : IDisposable
{
    public const string Requester = "0a000000-0000-4000-8000-000000000001";
    public const string Manager = "0a000000-0000-4000-8000-000000000002";
    public const string SecurityApprover = "0a000000-0000-4000-8000-000000000003";
    public const string DeskLead = "0a000000-0000-4000-8000-000000000004";
    public const string Stranger = "0a000000-0000-4000-8000-000000000005";
    public const string ItManager = "0a000000-0000-4000-8000-000000000006";
    public const string OtherLead = "0a000000-0000-4000-8000-000000000007";
    public const string SecurityGroup = "11111111-0000-4000-8000-000000000001";
    public const string DeskGroup = "11111111-0000-4000-8000-000000000002";
    public const string ItManagersGroup = "11111111-0000-4000-8000-000000000003";

    private readonly ServiceProvider _services;
    private readonly IReadOnlyList<IRemediation> _more;
    private readonly Action<IServiceCollection> _configure;

    /// <param name="more">Remediations beside the scripted ones.</param>
    public House(params IReadOnlyList<IRemediation> more)
        : this(static _ => { }, more)
    {
    }

    /// <param name="configure">Adds to the product what a host would add by one line.</param>
    /// <param name="more">Remediations beside the scripted ones.</param>
    public House(Action<IServiceCollection> configure, params IReadOnlyList<IRemediation> more)
    {
        (_more, _configure) = (more, configure);
        Audit = new MemoryAuditLog(Trace);
        Mint = new FakeMint(Time, Trace);
        Tickets = new FakeTickets(Time);
        Directory.Add(Requester, "Rita Requester");
        Directory.Add(Manager, "Max Manager");
        Directory.Add(SecurityApprover, "Sven Security", SecurityGroup);
        Directory.Add(DeskLead, "Dora Desk", DeskGroup);
        Directory.Add(ItManager, "Ida It", ItManagersGroup);
        Directory.Add(OtherLead, "Olga Lead", DeskGroup);
        Directory.Add(Stranger, "Sam Stranger");
        Directory.Managers[Requester] = Manager;
        Remediations = TestCatalogue.Remediations()
            .Select(described => new ScriptedRemediation(described.Descriptor, Trace))
            .ToDictionary(remediation => remediation.Descriptor.Id, StringComparer.Ordinal);
        _services = Build();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public List<string> Trace { get; } = [];

    public MemoryRecordStore Store { get; } = new();

    public MemoryAuditLog Audit { get; }

    public FakeDirectory Directory { get; } = new();

    public FakeTickets Tickets { get; }

    public FakeMint Mint { get; }

    public FakeMultiAdminApprovals MultiAdminApprovals { get; } = new();

    /// <summary>What is read of outcomes: all true, unless a test says otherwise.</summary>
    public FakeOutcomes Outcomes { get; } = new();

    public FakeChannel Teams { get; } = new();

    public FakePreflight Preflight { get; } = new();

    public InlineClient Workflows { get; } = new();

    public FixedModel Model { get; } = new(isLanguageModel: true);

    public IReadOnlyDictionary<string, ScriptedRemediation> Remediations { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public InlineContext Context(string instanceId) => new(_services, Time, instanceId);

    /// <summary>Runs a ticket the whole way.</summary>
    public async Task<TicketWorkflow.Result> RunAsync(InlineContext? context = null)
    {
        var reference = Tickets.Ticket!.Reference;
        return await new TicketWorkflow().RunAsync(context ?? Context(reference.CaseId), new TicketWorkflow.Input(reference, Time.GetUtcNow()));
    }

    public static SignedInPerson Person(string id) => new(new PersonId(id), $"Name of {id.LastOrDefault()}", $"{id}@contoso.example") { SignedInAt = SignedInAt, ProvedAt = SignedInAt };

    /// <summary>When everyone signed in.</summary>
    public static readonly DateTimeOffset SignedInAt = new(2026, 11, 24, 8, 55, 0, TimeSpan.Zero);

    public void Dispose() => _services.Dispose();

    private ServiceProvider Build()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["HelpDesk:PublicUrl"] = "http://127.0.0.1:7071",
            ["HelpDesk:LinkKey"] = Convert.ToBase64String(new byte[32]),
        }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time).AddSingleton<IRecordStore>(Store).AddSingleton<IAuditLog>(Audit).AddSingleton<IDirectory>(Directory)
            .AddSingleton<ITicketSystem>(Tickets).AddSingleton<ISecretSource>(Mint).AddSingleton<IMultiAdminApprovals>(MultiAdminApprovals).AddSingleton<INoticeChannel>(Teams).AddSingleton<IWorkflowClient>(Workflows)
            .AddSingleton<ITriageModel>(Model).AddSingleton<ILanguageDetector>(new FakeDetector()).AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton<IPermissionPreflight>(Preflight).AddSingleton<IDecisionSigner>(new FixedDecisionSigner());
        foreach (var check in Outcomes.Checks)
            services.AddSingleton(check);
        foreach (var remediation in Remediations.Values.Concat(_more))
            services.AddSingleton<IRemediation>(remediation);
        services.AddSingleton<ITicketQueue, InlineQueue>();
        services.AddFlows(settings).AddIntake(settings).AddTimers(settings);
        // Tests of other matters are asked nothing; those of questions take the shipped policy.
        services.AddSingleton(provider => provider.GetRequiredService<Rulebook>().Policy with { Questions = QuestionRules.None });
        _configure(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }
}
