using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Syncing;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Tests.Knowledge;

/// <summary>Cases that ended, one source of articles and one place for drafts; everything between them is the product.</summary>
internal sealed class DraftScene : IDisposable
{
    public const string Title = "Printer on the second floor gives empty pages";
    public const string Question = "hi, since monday only emty pages come out of the printer on the second floor. Restarting my laptop did not help.";
    public const string Notes = "Took the printer driver off the computer and installed it again from the company portal.";

    public DraftScene() => House = new House(services => services.AddSingleton<IKnowledgeSource>(Source).AddSingleton<IPassageIndex>(new MemoryIndex()).AddSingleton<IKnowledgeDrafts>(Wiki));

    // What every article has finds nothing: there are others beside the one that is asked for.
    public FakeSource Source { get; } = new FakeSource("articles").With("signature", "Create a signature", "## Resolution\nCopy the text.").With("wifi", "Wi-Fi for guests", "## Resolution\nAsk at the reception.").With("badge-lost", "Lost badge", "## Resolution\nGo to Facilities.");

    public House House { get; }

    public FakeDrafts Wiki { get; } = new();

    public static CaseId IdOf(string ticket) => new($"servicenow-{ticket}");

    /// <summary>What the timer does: reads the sources, then reviews and writes.</summary>
    public async Task RunAsync(bool isRead = true)
    {
        if (isRead)
            await House.Get<KnowledgeSync>().RunAsync(default);
        await House.Get<DraftRun>().RunAsync(default);
    }

    /// <summary>A case that went to a person, whose ticket that person resolved with these notes.</summary>
    public async Task<CaseId> SolvedAsync(string ticket, string title = Title, string text = Question, string? notes = Notes, string language = "en", Func<CaseRecord, CaseRecord>? change = null, Func<Ticket, Ticket?>? read = null)
    {
        var (caseId, now) = (IdOf(ticket), House.Time.GetUtcNow());
        var reference = new TicketReference("servicenow", ticket, $"INC00{ticket}");
        var requester = new TicketRequester("u1", $"{House.Requester}@contoso.example", null, "Rita Requester");
        await House.Get<CaseStore>().OpenAsync(reference, now, default);
        var snapshot = new TicketSnapshot { Reference = reference, Title = title, Text = text, Placeholders = new Dictionary<string, string>(StringComparer.Ordinal), Version = 1, CreatedAt = now, Requester = requester };
        var stored = await House.Get<CaseContext>().PutAsync(caseId, "ticket", snapshot, default);
        await House.Get<CaseStore>().UpdateAsync(
            caseId,
            record => (change ?? (static same => same))(record with { State = CaseState.Escalated, Path = CasePath.Person, Intent = "printer.problem", Language = language, Snapshot = stored, RequesterName = "Rita Requester", ClosedAt = now }), default);
        var resolved = new Ticket(reference, title, text, requester, TicketState.Resolved, 2, now, now, false, null, null, []) { CloseNotes = notes };
        House.Tickets.Ticket = read is null ? resolved : read(resolved);
        await House.Get<DraftQueue>().NoteAsync(caseId, default);
        return caseId;
    }

    public async Task<KnowledgeDraft?> DraftAsync() => (await House.Get<KnowledgeDrafts>().AllAsync(default)).SingleOrDefault();

    public async Task<string> WhyAsync(CaseId caseId) => (await House.Get<DraftQueue>().StateAsync(caseId, default)).ShouldNotBeNull().Why;

    public void Dispose() => House.Dispose();
}
