using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Kills;

/// <summary>P5: the process is killed the hard way in the middle of a question; nothing is asked, answered or done twice, and nothing is lost.</summary>
public sealed class QuestionKillTests : IAsyncLifetime
{
    private static readonly SimulatedTenant Tenant = new();

    private readonly KilledHelpDesk _killed = new();

    private HelpDeskClient Client => _killed.Client;

    public Task InitializeAsync() => _killed.InitializeAsync();

    public Task DisposeAsync() => _killed.DisposeAsync();

    [Theory]
    [InlineData("while it waits")]
    [InlineData("just answered")]
    public async Task Killed_InTheMiddleOfAQuestion_ItIsAskedOnceAndDoneOnce(string when)
    {
        var person = Tenant.People.Where(one => one.AccountEnabled && !one.IsFunctional && one.Mail is not null && !KnownPeople.All.Contains(one) && Tenant.DevicesOf(one.Id).Count == 2)
            .OrderBy(one => one.Id, StringComparer.Ordinal).ElementAt(when == "just answered" ? 3 : 4);
        var caseId = await Client.FileAsync(
            "servicenow", person.UserPrincipalName, "Device does not sync", "My device has not synced with Intune for days, the Company Portal says last sync was last week.");
        await Client.UntilAsync(caseId, CaseState.WaitingForAnswer);
        await Eventually.Get(async () => await Client.OurCommentsAsync(caseId), comments => comments.Count == 1, "the question");

        if (when == "just answered")
        {
            await Client.CommentAsync(caseId, "1");
            await Client.UntilAsync(caseId, record => record.AnswerComments.Count == 1);
        }

        await _killed.KillAsync();
        await _killed.StartAgainAsync();
        if (when != "just answered")
            await Client.CommentAsync(caseId, "1");

        var done = await Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        (done.State, done.QuestionsAsked, done.QuestionsAnswered).ShouldBe((CaseState.Resolved, 1, 1), done.Reason);
        var effects = new List<string>();
        foreach (var device in Tenant.DevicesOf(person.Id))
            effects.AddRange(await Client.EffectsOnAsync(device.Id));
        effects.ShouldHaveSingleItem();
        (await Client.OurCommentsAsync(caseId)).Count.ShouldBe(2, "the question, and that it is done");
        var (exitCode, output) = await _killed.VerifyAuditAsync();
        exitCode.ShouldBe(0, output);
    }
}
