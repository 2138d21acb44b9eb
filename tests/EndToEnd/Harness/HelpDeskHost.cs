using HelpDesk.Local.Composition;
using HelpDesk.Local.Starting;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Harness;

/// <summary>
/// Product and simulated tenant in this process, on free ports and a data folder of their own: what end-to-end tests run on.
/// <see cref="RestartAsync"/> stops and starts it on the same data; for a hard kill see <see cref="HelpDeskProcess"/>.
/// </summary>
public sealed class HelpDeskHost : IAsyncDisposable
{
    private readonly HelpDeskPlace _place = new();
    private readonly string[] _settings;
    private readonly Action<IServiceCollection>? _configure;
    private TimeSpan _passed;
    private LocalHost? _head;

    private HelpDeskHost(string[] settings, Action<IServiceCollection>? configure)
    {
        (_settings, _configure) = (settings, configure);
        Client = new HelpDeskClient(_place);
    }

    /// <summary>What a test does from outside.</summary>
    public HelpDeskClient Client { get; }

    /// <summary>The product's services.</summary>
    public IServiceProvider Services => _head!.Services;

    /// <summary>The data folder.</summary>
    public string Data => _place.Data;

    /// <summary>Starts it; further settings as <c>Name=Value</c>.</summary>
    public static Task<HelpDeskHost> StartAsync(params string[] settings) => StartAsync(static _ => { }, settings);

    /// <summary>Starts it with what the test registers before the product; at every restart too.</summary>
    public static async Task<HelpDeskHost> StartAsync(Action<IServiceCollection> configure, params string[] settings)
    {
        var host = new HelpDeskHost(settings, configure);
        await host.StartHostAsync();
        return host;
    }

    /// <summary>Stops everything and starts it again on the same data.</summary>
    /// <param name="later">How much time passes for the product meanwhile; the simulated tenant keeps the real time.</param>
    public async Task RestartAsync(TimeSpan later = default)
    {
        _passed += later;
        await _head!.DisposeAsync();
        await StartHostAsync();
    }

    /// <summary>Decides the open approval of a case as a person, as the page does.</summary>
    public async Task<DecisionOutcome> DecideAsync(string caseId, SimulatedPerson person, bool approve)
    {
        var record = await Client.UntilAsync(caseId, record => record.OpenApprovalId is not null);
        var desk = Services.GetRequiredService<ApprovalService>();
        var gate = (await desk.FindAsync(record.OpenApprovalId!, default))!;
        return await desk.DecideAsync(gate.ApprovalId, gate.PlanHash, approve, SignedIn(person), comment: null, default);
    }

    /// <summary>Approves with the hash that the approval asks for, in whatever state it is.</summary>
    public async Task<DecisionOutcome> ApproveAsync(string approvalId, SimulatedPerson person)
    {
        var desk = Services.GetRequiredService<ApprovalService>();
        var gate = (await desk.FindAsync(approvalId, default))!;
        return await desk.DecideAsync(approvalId, gate.PlanHash, approve: true, SignedIn(person), comment: null, default);
    }

    /// <summary>Checks every audit chain.</summary>
    public async Task AuditShouldHoldAsync()
    {
        var report = await AuditVerification.RunAsync(Services.GetRequiredService<IAuditSource>(), Services.GetService<ICheckpointSigner>(), default);
        report.IsClean.ShouldBeTrue(string.Join('\n', report.Faults));
        report.Entries.ShouldBeGreaterThan(0);
    }

    /// <summary>Runs a command of the program on the same data, while this one runs.</summary>
    /// <returns>Its exit code and everything it said.</returns>
    public async Task<(int ExitCode, string Output)> CommandAsync(params string[] command)
    {
        await using var process = HelpDeskProcess.Start(_place, command);
        var exitCode = await process.UntilEndedAsync();
        return (exitCode, process.Output);
    }

    /// <summary>Kinds of the audit entries of a case, in order.</summary>
    public async Task<List<string>> AuditKindsAsync(string caseId)
    {
        List<string> kinds = [];
        await foreach (var entry in Services.GetRequiredService<IAuditLog>().ReadAsync(new CaseId(caseId), default))
            kinds.Add(entry.Event.Kind);
        return kinds;
    }

    /// <summary>A simulated person, signed in.</summary>
    public static SignedInPerson SignedIn(SimulatedPerson person) => new(new PersonId(person.Id), person.DisplayName, person.UserPrincipalName) { SignedInAt = DateTimeOffset.UtcNow, ProvedAt = DateTimeOffset.UtcNow };

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        if (_head is not null)
            await _head.DisposeAsync();
        _place.Dispose();
    }

    private async Task StartHostAsync() => _head = await LocalHost.StartAsync(LocalSettings.Read([.. _place.Settings, .. _settings]), default, services =>
    {
        if (_passed > TimeSpan.Zero)
            services.AddSingleton<TimeProvider>(new LaterTime(_passed));
        _configure?.Invoke(services);
    });
}
