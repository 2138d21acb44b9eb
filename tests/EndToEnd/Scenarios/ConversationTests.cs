using System.Net;
using System.Text.RegularExpressions;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

/// <summary>A question to the requester over real time, on their own page, and what is asked once everything is done.</summary>
public sealed partial class ConversationTests
{
    private const string Sync = "POST /deviceManagement/managedDevices/{managedDevice-id}/syncDevice";
    private const string Text = "My device has not synced with Intune for days, the Company Portal says last sync was last week.";

    private static readonly SimulatedTenant Tenant = new();

    private static readonly List<SimulatedPerson> Owners = [.. Tenant.People
        .Where(person => person.AccountEnabled && !person.IsFunctional && person.Mail is not null && !KnownPeople.All.Contains(person) && Tenant.DevicesOf(person.Id).Count == 2).OrderBy(person => person.Id, StringComparer.Ordinal)];

    [Fact]
    public async Task NoAnswer_OverARestartAndAWeekend_IsRemindedOnceThenAPersonHasItAndALateAnswerChangesNothing()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var caseId = await host.Client.FileAsync("servicenow", Owners[0].UserPrincipalName, "Device does not sync", Text);
        await host.Client.UntilAsync(caseId, CaseState.WaitingForAnswer);
        var question = (await host.Services.GetRequiredService<QuestionStore>().FindAsync(new CaseId(caseId), 1, default))!.Question;

        await host.RestartAsync(question.RemindAt!.Value - DateTimeOffset.UtcNow + TimeSpan.FromMinutes(1));
        await Eventually.Get(async () => await host.Client.OurCommentsAsync(caseId), comments => comments.Count == 2, "the reminder");
        await host.RestartAsync(question.ExpiresAt - question.RemindAt.Value);

        var done = await host.Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        (done.State, done.Path).ShouldBe((CaseState.Escalated, CasePath.Person), done.Reason);
        (await host.Client.OurCommentsAsync(caseId, isPublic: false)).ShouldContain(note => note.Contains("No answer.", StringComparison.Ordinal));
        using var nobody = Visitor.Nobody(host.Client);
        var link = LinkIn((await host.Client.OurCommentsAsync(caseId))[0]);
        (await nobody.OpenAsync(link)).Body.ShouldContain("With the service desk");
        (await host.Services.GetRequiredService<QuestionStore>().FindAsync(new CaseId(caseId), 1, default))!.State.ShouldBe(QuestionState.Unanswered);
        foreach (var device in Tenant.DevicesOf(Owners[0].Id))
            (await host.Client.EffectsOnAsync(device.Id)).ShouldBeEmpty();
        await host.AuditShouldHoldAsync();
    }

    [Theory]
    [InlineData("servicenow", 1)]
    [InlineData("jira", 2)]
    public async Task Page_OfTheMessagesLink_TakesTheAnswerAndLaterThatItDidNotHelp(string system, int who)
    {
        await using var host = await HelpDeskHost.StartAsync();
        var client = host.Client;
        var caseId = await client.FileAsync(system, Owners[who].UserPrincipalName, "Device does not sync", Text);
        await client.UntilAsync(caseId, CaseState.WaitingForAnswer);
        var link = LinkIn((await Eventually.Get(async () => await client.OurCommentsAsync(caseId), comments => comments.Count == 1, "the question")).ShouldHaveSingleItem());
        var token = link.Split("t=")[1];
        using var visitor = Visitor.Nobody(client);

        var (status, page) = await visitor.OpenAsync(link);
        status.ShouldBe(HttpStatusCode.OK);
        var option = Options().Match(WebUtility.HtmlDecode(page)).Groups["id"].Value;
        var device = Tenant.DevicesOf(Owners[who].Id).Single(device => device.Id == option);
        (await visitor.PressAsync(link, $"/my/{caseId}", ("act", "answer"), ("t", token), ("question", "1"), ("option", option))).Status.ShouldBe(HttpStatusCode.OK);

        var done = await client.UntilAsync(caseId, record => record.ClosedAt is not null);
        (done.State, done.Path).ShouldBe((CaseState.Resolved, CasePath.Automatic), done.Reason);
        (await client.EffectsOnAsync(device.Id)).ShouldBe([Sync]);
        (await client.OurCommentsAsync(caseId)).ShouldContain(comment => comment.Contains($"Your answer: {device.Name}", StringComparison.Ordinal) || comment.Contains(device.Name, StringComparison.Ordinal));

        // "It does not work": opened again in its own system, with its history, for a person.
        (await visitor.PressAsync(link, $"/my/{caseId}", ("act", "feedback"), ("t", token), ("solved", "no"))).Status.ShouldBe(HttpStatusCode.OK);

        await client.UntilAsync(caseId, CaseState.Escalated);
        (await client.TicketAsync(caseId)).GetProperty("isResolved").GetBoolean().ShouldBeFalse();
        (await client.OurCommentsAsync(caseId, isPublic: false)).ShouldContain(note => note.Contains("Did this solve it?", StringComparison.Ordinal));
        (await client.EffectsOnAsync(device.Id)).ShouldBe([Sync]);
        await host.AuditShouldHoldAsync();
    }

    private static string LinkIn(string comment) => new Uri(Address().Match(comment).Value).PathAndQuery;

    [GeneratedRegex(@"https?://\S+/my/\S+", RegexOptions.None, 60_000)]
    private static partial Regex Address();

    [GeneratedRegex("""name="option" value="(?<id>[^"]+)["]""", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Options();
}
