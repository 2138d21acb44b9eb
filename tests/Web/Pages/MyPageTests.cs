using System.Net;
using HelpDesk.Orchestrations.Domain.Policy.Questions;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Conversation;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>A requester's own page of a ticket: what happens, the question that waits, and what they can say.</summary>
public sealed class MyPageTests
{
    private const string Case = Scene.ApprovalCase;

    [Theory]
    [InlineData("en", "Which device is this about?", "I want a person")]
    [InlineData("de", "Um welches Gerät geht es?", "Ich möchte mit einem Menschen sprechen")]
    [InlineData("es", "¿De qué dispositivo se trata?", "Quiero hablar con una persona")]
    [InlineData("fr", "De quel appareil s'agit-il ?", "Je veux parler à une personne")]
    public async Task Link_OfAMessage_ShowsTheQuestionInThePersonsLanguage(string language, string sentence, string person)
    {
        await using var host = await PagesHost.StartAsync();
        await AskAsync(host, language);
        using var client = await host.SignedInAsync(null);

        var page = WebUtility.HtmlDecode(await client.TextAsync(host.Get<PersonLinks>().MyLinkFor(new CaseId(Case)).PathAndQuery));

        page.ShouldSatisfyAllConditions(
            text => text.ShouldContain($"<html lang=\"{language}\">"),
            text => text.ShouldContain(sentence),
            text => text.ShouldContain("ThinkPad"),
            text => text.ShouldContain(person));
        (await StateAsync(host)).ShouldBe(QuestionState.Open, "opening a page answers nothing");
    }

    [Fact]
    public async Task Button_OfTheRequester_IsTheSignedAnswerOnce()
    {
        await using var host = await PagesHost.StartAsync();
        await AskAsync(host);
        using var client = await host.SignedInAsync(null);
        var token = host.Get<PersonLinks>().MyTokenFor(new CaseId(Case));

        using var first = await client.PostAsync($"/my/{Case}", ("act", "answer"), ("t", token), ("question", "1"), ("option", "d2"));
        using var second = await client.PostAsync($"/my/{Case}", ("act", "answer"), ("t", token), ("question", "1"), ("option", "d1"));

        (await first.Content.ReadAsStringAsync()).ShouldContain("going on with your answer");
        (await second.Content.ReadAsStringAsync()).ShouldContain("already answered");
        var asked = (await host.Get<QuestionStore>().FindAsync(new CaseId(Case), 1, default)).ShouldNotBeNull();
        (asked.End!.OptionId, asked.End.By, asked.End.Channel).ShouldBe(("d2", "link", "page"));
    }

    [Theory]
    [InlineData("forged", "d1")]
    [InlineData("of another case", "d1")]
    [InlineData("only to look", "d1")]
    [InlineData("genuine", "someone-elses-device")]
    [InlineData("another question", "d1")]
    public async Task Button_ThatIsNotTheirs_AnswersNothing(string what, string option)
    {
        await using var host = await PagesHost.StartAsync();
        await AskAsync(host);
        using var client = await host.SignedInAsync(null);
        var links = host.Get<PersonLinks>();
        var token = what switch
        {
            "forged" => new string('0', 32),
            "of another case" => links.MyTokenFor(new CaseId(Scene.HandOverCase)),
            "only to look" => links.TrackingPathFor(new CaseId(Case)).Split("t=")[1],
            _ => links.MyTokenFor(new CaseId(Case)),
        };

        using var answer = await client.PostAsync($"/my/{Case}", ("act", "answer"), ("t", token), ("question", what == "another question" ? "2" : "1"), ("option", option));

        answer.StatusCode.ShouldBe(what is "genuine" or "another question" ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        (await StateAsync(host)).ShouldBe(QuestionState.Open);
    }

    [Fact]
    public async Task Words_OfTheRequester_AreReadLikeAReplyInTheTicket()
    {
        await using var host = await PagesHost.StartAsync();
        await AskAsync(host);
        using var rita = await host.SignedInAsync(FakeDirectory.Rita);

        using var answer = await rita.PostAsync($"/my/{Case}", ("act", "answer"), ("question", "1"), ("words", "the thinkpad please"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var end = (await host.Get<QuestionStore>().FindAsync(new CaseId(Case), 1, default))!.End.ShouldNotBeNull();
        (end.OptionId, end.By).ShouldBe(("d1", $"person:{FakeDirectory.Rita.Id}"));
    }

    [Fact]
    public async Task Words_ThatAskForAPerson_StopTheAutomation()
    {
        await using var host = await PagesHost.StartAsync();
        await AskAsync(host);
        using var client = await host.SignedInAsync(null);

        using var answer = await client.PostAsync($"/my/{Case}", ("act", "answer"), ("t", host.Get<PersonLinks>().MyTokenFor(new CaseId(Case))), ("question", "1"), ("words", "human, please"));

        (await host.Get<PersonRequests>().FindAsync(new CaseId(Case), default)).ShouldNotBeNull();
        (await StateAsync(host)).ShouldBe(QuestionState.Open);
    }

    [Fact]
    public async Task Page_OfSomebodyElse_IsNotFoundAndTheOwnListHoldsOnlyTheirs()
    {
        await using var host = await PagesHost.StartAsync();
        await AskAsync(host);
        await host.Get<RecentCases>().AddAsync(FakeDirectory.Rita.Id, new CaseId(Case), default);
        await host.Get<RecentCases>().AddAsync(FakeDirectory.Norbert.Id, new CaseId(Case), default);
        using var rita = await host.SignedInAsync(FakeDirectory.Rita);
        using var norbert = await host.SignedInAsync(FakeDirectory.Norbert);
        using var nobody = await host.SignedInAsync(null);

        (await norbert.TextAsync($"/my/{Case}", HttpStatusCode.NotFound)).ShouldNotContain("ThinkPad");
        (await norbert.TextAsync("/my")).ShouldNotContain(Case);
        (await rita.TextAsync("/my")).ShouldContain($"/my/{Case}");
        (await rita.TextAsync($"/my/{Case}")).ShouldContain("ThinkPad");
        using var asked = await nobody.GetAsync("/my");
        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Waiting_ForAnApproval_SaysWhoDecidesAndUntilWhen()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(null);

        var page = await client.TextAsync(host.Get<PersonLinks>().MyLinkFor(new CaseId(Case)).PathAndQuery);

        page.ShouldContain("Who decides:");
        page.ShouldContain("A decision is expected by");
    }

    [Fact]
    public async Task PersonButton_OnThePage_AsksForOne()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(null);

        using var answer = await client.PostAsync($"/my/{Case}", ("act", "person"), ("t", host.Get<PersonLinks>().MyTokenFor(new CaseId(Case))), ("lang", "fr"));

        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain("Une personne du centre de services prend le relais");
        (await host.Get<PersonRequests>().FindAsync(new CaseId(Case), default)).ShouldNotBeNull();
    }

    internal static async Task AskAsync(PagesHost host, string language = "en")
    {
        var now = host.Get<TimeProvider>().GetUtcNow();
        var question = new CaseQuestion(
            new CaseId(Case), 1, QuestionKinds.WhichDevice, language, [new("d1", "LON-LT-1 (ThinkPad X1)"), new("d2", "LON-LT-2 (Latitude 5440)"), new(QuestionOption.None, "None of these")], now, null, now.AddHours(8));
        await host.Get<QuestionStore>().AskAsync(question, default);
        await host.Get<CaseStore>().UpdateAsync(new CaseId(Case), record => record with { OpenQuestion = 1, QuestionsAsked = 1, Language = language, State = CaseState.WaitingForAnswer }, default);
        await host.Get<Conversations>().AddAsync(new CaseId(Case), "asked", Speaker.HelpDesk, "ticket", "Which device is this about?", default);
    }

    private static async Task<QuestionState> StateAsync(PagesHost host) => (await host.Get<QuestionStore>().FindAsync(new CaseId(Case), 1, default))!.State;
}
