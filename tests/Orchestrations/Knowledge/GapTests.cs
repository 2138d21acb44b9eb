using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets.Answering;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Knowledge;

/// <summary>A question is listed as one without an article only when every source was read and none answers it, and no longer than that.</summary>
public sealed class GapTests : IDisposable
{
    private const string Title = "Drucker im 2. OG wirft leere Blätter aus";

    private static readonly KnowledgeReader Employee = new(new PersonId(House.Requester), "rita@contoso.example", IsStaff: false);

    private readonly DraftScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Question_WithoutAnAnswer_IsAGapOnceAllSourcesWereRead_AndNotBefore()
    {
        await AskAsync("2001");
        (await GapsAsync()).ShouldBeEmpty("nothing was read yet");
        await _scene.RunAsync();
        _scene.House.Time.Advance(TimeSpan.FromDays(1));
        _scene.Source.IsAway = true;
        await AskAsync("2002");
        (await GapsAsync()).ShouldBeEmpty("the source is away");
        _scene.Source.IsAway = false;
        await _scene.RunAsync();

        await AskAsync("2003");
        await AskAsync("2003");

        (await GapsAsync()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(gap => gap.Times.ShouldBe(1), gap => gap.Cases.ShouldBe(["servicenow-2003"]), gap => gap.About.ShouldContain("printer"));
    }

    [Fact]
    public async Task Question_WithAnAnswer_IsNoGap()
    {
        Answering();
        await _scene.RunAsync();

        (await AskAsync("2001")).ShouldBeTrue();

        (await GapsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Gap_AnArticleAnswersNow_IsClosedByIt_AndAnotherTicketOpensItAgain()
    {
        await OpenGapAsync("2001");
        _scene.Source.With("vpn", "VPN bricht ab", "## Lösung\nKabel verwenden.");
        await _scene.RunAsync();
        (await GapsAsync()).ShouldHaveSingleItem().ClosedBy.ShouldBeNull("it answers another question");

        Answering();
        await _scene.RunAsync();
        (await GapsAsync()).ShouldHaveSingleItem().ClosedBy.ShouldBe(ArticleKey.Of("articles", "printer"));
        await _scene.House.Get<KnowledgeGaps>().NoteAsync(DraftScene.IdOf("2001"), ["printer"], Title, default);
        (await GapsAsync()).ShouldHaveSingleItem().ClosedBy.ShouldNotBeNull("the same ticket says nothing new");

        await _scene.House.Get<KnowledgeGaps>().NoteAsync(DraftScene.IdOf("2002"), ["printer"], Title, default);

        (await GapsAsync()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(gap => gap.ClosedBy.ShouldBeNull(), gap => gap.Times.ShouldBe(2));
    }

    [Fact]
    public async Task Gap_WhileASourceWasNotReadLately_StaysAndIsReviewedLater()
    {
        await OpenGapAsync("2001");
        Answering();
        await _scene.RunAsync(isRead: false);
        (await GapsAsync()).ShouldHaveSingleItem().ClosedBy.ShouldBeNull();

        await _scene.RunAsync();

        (await GapsAsync()).ShouldHaveSingleItem().ClosedBy.ShouldNotBeNull();
    }

    [Fact]
    public async Task Gap_WhoseTicketWasChangedInTheStore_StaysAndHoldsUpNoOther()
    {
        await OpenGapAsync("2001");
        await _scene.House.Get<KnowledgeGaps>().NoteAsync(DraftScene.IdOf("unknown"), ["scanner"], "Scanner", default);
        Answering();

        await _scene.RunAsync();

        (await GapsAsync()).ToDictionary(gap => gap.About, gap => gap.ClosedBy is not null, StringComparer.Ordinal).ShouldBe(new Dictionary<string, bool>(StringComparer.Ordinal) { ["printer"] = true, ["scanner"] = false }, ignoreOrder: true);
    }

    private void Answering() => _scene.Source.With("printer", "Drucker wirft leere Blätter aus", "## Problem\nEs kommen leere Blätter aus dem Drucker.\n\n## Lösung\nDen Treiber neu installieren.", article => article with { Language = "de" });

    private async Task OpenGapAsync(string ticket)
    {
        // Escalated, its ticket is open: nothing is learnt from it, but the question is there.
        await _scene.SolvedAsync(ticket, Title, "Seid gestern kommen nur leere Blätter aus dem Drucker im 2. OG.", language: "de", read: static open => open with { State = TicketState.Open, CloseNotes = null });
        await _scene.House.Get<KnowledgeGaps>().NoteAsync(DraftScene.IdOf(ticket), ["printer"], Title, default);
        await _scene.RunAsync();
    }

    private async Task<bool> AskAsync(string ticket)
    {
        var snapshot = new TicketSnapshot
        {
            Reference = new TicketReference("servicenow", ticket, ticket), Title = Title, Text = "Seid gestern kommen nur leere Blätter aus dem Drucker im 2. OG.", Placeholders = new Dictionary<string, string>(StringComparer.Ordinal), Version = 1,
            CreatedAt = _scene.House.Time.GetUtcNow(),
        };
        return (await _scene.House.Get<CaseAnswers>().FindAsync(DraftScene.IdOf(ticket), snapshot, "de", Employee, default)).Answer is not null;
    }

    private Task<IReadOnlyList<KnowledgeGap>> GapsAsync() => _scene.House.Get<KnowledgeGaps>().AllAsync(default);
}
