using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Stages.Understanding.Comments;
using HelpDesk.Orchestrations.Stages.Understanding.Traits;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Triage;

/// <summary>The triage activity over a store in memory.</summary>
internal sealed class TriageBench
{
    private readonly TriageTicket _activity;
    private readonly CaseContext _contexts;
    private readonly AuditLog _audit;

    public TriageBench(params ITriageModel[] models)
    {
        _contexts = new CaseContext(Store);
        _audit = new AuditLog(Store, Time);
        Journal = new CaseStore(Store, Time);
        var asked = new TriageModels(models, new AnswerCheck(ShippedIntents.Catalogue), Options.Create(new TriageOptions()), Time, NullLogger<TriageModels>.Instance);
        _activity = new TriageTicket(
            new TicketTriage(new WriterLanguage(new FakeDetector()), ShippedIntents.Traits, ShippedIntents.Words, new TraitRules(ShippedIntents.Catalogue), asked, new CommentReader(ShippedIntents.Words)),
            _contexts, Signed(), Journal, new TriageTelemetry(new ProductMetrics(), Time, NullLogger<TriageTicket>.Instance));
    }

    private SignedResults Signed() =>
        new(_contexts, new ActivityResults(Store), _audit, new AuditSeals(new FixedDecisionSigner()), new TamperEvents(Store, _audit, Time, NullLogger<TamperEvents>.Instance));

    public MemoryRecordStore Store { get; } = new();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public CaseStore Journal { get; }

    public Task<TriageTicket.Result> RunAsync(string title, string text, string step = "3") => RunAsync(Tickets.Snapshot(title, text), step);

    public async Task<TriageTicket.Result> RunAsync(TicketSnapshot ticket, string step)
    {
        await Journal.OpenAsync(ticket.Reference, ticket.CreatedAt, default);
        var reference = await _contexts.PutAsync(ticket.Reference.CaseId, "ticket", ticket, default);
        return await _activity.RunAsync(
            new ActivityContext(ticket.Reference.CaseId, $"{ticket.Reference.CaseId}/{step}", 1, default), new TriageTicket.Input(ticket.Reference.CaseId, reference));
    }

    public async Task<IReadOnlyList<AuditEntry>> AuditAsync()
    {
        var entries = new List<AuditEntry>();
        await foreach (var entry in _audit.ReadAsync(new CaseId("servicenow-0001"), default))
            entries.Add(entry);
        return entries;
    }
}
