using HelpDesk.Orchestrations.Flows.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Tests.Knowledge;

/// <summary>An operator asks for a draft of a proposal: once, by name, and not for what an article answers by now.</summary>
public sealed class DraftRequestsTests : IDisposable
{
    private static readonly PersonId Operator = new(House.ItManager);

    private readonly DraftScene _scene = new();

    public DraftRequestsTests() => _scene.House.Get<IOptions<KnowledgeOptions>>().Value.Drafts = false;

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Proposal_AskedForTwice_IsWrittenOnceAndTheAuditNamesWhoAsked()
    {
        var kind = await ProposedAsync();
        _scene.Wiki.Calls.ShouldBe(0);

        (await AskAsync(kind)).ShouldBeNull();
        (await AskAsync(kind)).ShouldNotBeNull().ShouldContain("being written");
        await _scene.RunAsync();
        (await AskAsync(kind)).ShouldNotBeNull().ShouldContain("written already");

        _scene.Wiki.Calls.ShouldBe(1);
        (await _scene.DraftAsync()).ShouldNotBeNull().ShouldSatisfyAllConditions(draft => draft.State.ShouldBe(DraftState.Waiting), draft => draft.AskedBy.ShouldBe(House.ItManager));
        _scene.House.Audit.Events.Where(entry => entry.Kind == AuditKinds.KnowledgeDrafted && entry.Actor == $"person:{House.ItManager}").ShouldHaveSingleItem().CaseId.Value.ShouldBe("servicenow-1001");
    }

    [Theory]
    [InlineData("wiki", "0123456789abcdef0123456789abcdef")]
    [InlineData("other", null)]
    public async Task Proposal_ThatIsNotThere_CannotBeAskedFor(string place, string? kind)
    {
        var known = await ProposedAsync();

        (await _scene.House.Get<DraftRequests>().AskAsync(place, kind ?? known, Operator, default)).ShouldNotBeNull();

        (await _scene.DraftAsync()).ShouldNotBeNull().State.ShouldBe(DraftState.Proposed);
        _scene.House.Audit.Events.ShouldNotContain(entry => entry.Kind == AuditKinds.KnowledgeDrafted);
    }

    [Fact]
    public async Task Proposal_AnArticleAnswersSinceThePageWasOpened_IsNotWritten()
    {
        var kind = await ProposedAsync();
        _scene.Source.With("printer", "Printer on a floor gives empty pages", "## Issue\nEmpty pages come out of the printer.\n\n## Resolution\nInstall the printer driver again.");
        await _scene.RunAsync();

        (await AskAsync(kind)).ShouldBe("An article answers this already.");

        await _scene.RunAsync();
        _scene.Wiki.Calls.ShouldBe(0);
        (await _scene.DraftAsync()).ShouldNotBeNull().State.ShouldBe(DraftState.Proposed);
    }

    [Fact]
    public async Task Proposal_WhileASourceWasNotReadLately_IsNotWritten_AndTheReasonIsNamed()
    {
        var kind = await ProposedAsync();
        _scene.House.Time.Advance(TimeSpan.FromDays(1));

        (await AskAsync(kind)).ShouldNotBeNull().ShouldContain("was not read lately");
        await _scene.RunAsync();
        (await AskAsync(kind)).ShouldBeNull();
    }

    private Task<string?> AskAsync(string kind) => _scene.House.Get<DraftRequests>().AskAsync("wiki", kind, Operator, default);

    private async Task<string> ProposedAsync()
    {
        await _scene.SolvedAsync("1001");
        await _scene.RunAsync();
        var draft = (await _scene.DraftAsync()).ShouldNotBeNull();
        draft.State.ShouldBe(DraftState.Proposed);
        return draft.Kind;
    }
}
