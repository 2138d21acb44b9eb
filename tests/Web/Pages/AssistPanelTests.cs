using System.Net;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Outcomes.Assist;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>The help for the technician on the page of a case.</summary>
public sealed class AssistPanelTests
{
    internal const string Case = "servicenow-9d385017c611228701d22104cc95c371";
    private const string Draft = "Hello Rita,\n\nthank you for your ticket INC0010023. Please tell us since when it happens.";
    private const string Hostile = "<script>alert(1)</script> [[PERSON_1]] cannot print";

    [Fact]
    public async Task Operator_SeesDiagnosisStepsConversationAndTheUnredactedTicket()
    {
        await using var host = await SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        var page = await client.TextAsync($"/cases/{Case}");

        foreach (var part in new[] { "Probably: Printer problem (sure).", "Ask since when", "service desk practice", "The printer asks for a code", "Rita Requester cannot print", "Send the answer" })
            page.ShouldContain(part);
        using var answer = await client.GetAsync($"/cases/{Case}");
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task Viewer_SeesTheRedactedTicketAndNoButtons()
    {
        await using var host = await SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        var page = await client.TextAsync($"/cases/{Case}");

        page.ShouldContain("[[PERSON_1]] cannot print");
        page.ShouldNotContain("Send the answer");
        (await client.PostAsync($"/cases/{Case}/assist", ("act", "send"), ("answer", "Hello"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(Draft, DraftUse.AsIs)]
    [InlineData("Hello Rita, please restart it.", DraftUse.Edited)]
    public async Task Answer_IsSentOnce_AndWhatBecameOfTheDraftIsRecorded(string answer, DraftUse use)
    {
        await using var host = await SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        for (var press = 0; press < 2; press++)
            (await client.PostAsync($"/cases/{Case}/assist", ("act", "send"), ("answer", answer.Replace("\n", "\r\n", StringComparison.Ordinal)))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        host.Get<FakeTickets>().Comments.ShouldHaveSingleItem().ShouldBe(answer);
        (await RecordAsync(host)).DraftUse.ShouldBe(use);
        (await client.TextAsync($"/cases/{Case}")).ShouldNotContain("Send the answer");
    }

    [Theory]
    [InlineData("discard", DraftUse.Discarded, null)]
    [InlineData("right", null, true)]
    [InlineData("wrong", null, false)]
    public async Task Judgement_IsRecorded_AndNothingIsSent(string act, DraftUse? use, bool? areRight)
    {
        await using var host = await SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        (await client.PostAsync($"/cases/{Case}/assist", ("act", act))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        var record = await RecordAsync(host);
        (record.DraftUse, record.AreStepsRight).ShouldBe((use, areRight));
        var figures = Home.DayFigures.Of([CaseOverviewLine.Of(record)], host.Time.GetUtcNow().AddDays(-1));
        (figures.Drafts.Discarded, figures.NextSteps).ShouldBe((use is null ? 0 : 1, (areRight == true ? 1 : 0, areRight is null ? 0 : 1)));
        host.Get<FakeTickets>().Comments.ShouldBeEmpty();
        (await host.Get<IAuditLog>().ReadAsync(new CaseId(Case), default).ToListAsync()).ShouldContain(entry => entry.Event.Kind == AuditKinds.OperatorActed);
    }

    [Theory]
    [InlineData("send", "", Case)]
    [InlineData("send", "Hello", Scene.ApprovalCase)]
    [InlineData("discard", "", "servicenow-unknown")]
    [InlineData("everything", "", Case)]
    public async Task WhatCannotBeDone_IsRefusedWithAReason(string act, string answer, string id)
    {
        await using var host = await SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        (await client.PostAsync($"/cases/{id}/assist", ("act", act), ("answer", answer))).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        host.Get<FakeTickets>().Comments.ShouldBeEmpty();
    }

    [Fact]
    public async Task Help_ThatWasChangedInTheStore_IsNotShown()
    {
        await using var host = await SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);
        var record = await RecordAsync(host);
        await host.Get<CaseStore>().UpdateAsync(new CaseId(Case), before => before with { Assist = record.Assist! with { Version = new string('0', 64) } }, default);

        var page = await client.TextAsync($"/cases/{Case}");

        page.ShouldContain("It is not shown.");
        page.ShouldNotContain("Probably: Printer problem");
    }

    internal static async Task<PagesHost> SeededAsync()
    {
        var tickets = new FakeTickets(new FakeTimeProvider());
        var host = await PagesHost.StartAsync(change: services => services.AddSingleton(tickets).AddSingleton<ITicketSystem>(tickets));
        tickets.Write("Printer", Hostile, FakeDirectory.Rita.UserPrincipalName);
        var (caseId, now) = (new CaseId(Case), host.Time.GetUtcNow());
        await host.Get<CaseStore>().OpenAsync(new TicketReference("servicenow", Case["servicenow-".Length..], "INC0010023"), now.AddMinutes(-9), default);
        var contexts = host.Get<CaseContext>();
        var words = await contexts.PutAsync(
            caseId, "ticket",
            new TicketSnapshot
            {
                Reference = new TicketReference("servicenow", Case["servicenow-".Length..], "INC0010023"), Title = "Printer", Text = Hostile,
                Placeholders = new Dictionary<string, string>(StringComparer.Ordinal) { ["[[PERSON_1]]"] = "Rita Requester" }, Version = 1, CreatedAt = now,
            },
            default);
        var assist = await contexts.PutAsync(
            caseId, "assist",
            new CaseAssist(
                "Probably: Printer problem (sure).", ["Account: sign-in allowed.", "VIE-LT-0001: compliant, last check-in 2026-11-24 08:00 UTC."],
                [new NextStep("Ask since when it happens and what exactly the message says.", "service desk practice"), new NextStep("See how INC1 was solved.", "INC1", new Uri("javascript:alert(2)")), new NextStep("Ask whether others have the same problem.", "service desk practice")],
                [new SimilarCase(new CaseId("servicenow-c1"), "INC0010101", "solved")], "Service Desk", ["No runbook answers this."], "en", Draft, "en"),
            default);
        await host.Get<CaseStore>().UpdateAsync(
            caseId,
            record => record with { Title = "Printer", RequesterName = "Rita Requester", RequesterId = FakeDirectory.Rita.Id, Intent = "printer.problem", State = CaseState.Escalated, Path = CasePath.Person, ClosedAt = now, Snapshot = words, Assist = assist },
            default);
        await host.Get<Conversations>().AddAsync(caseId, "q1", Speaker.Requester, "ticket", "The printer asks for a code", default);
        return host;
    }

    private static async Task<CaseRecord> RecordAsync(PagesHost host) => (await host.Get<CaseStore>().FindAsync(new CaseId(Case), default)).ShouldNotBeNull();
}
