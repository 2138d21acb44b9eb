using HelpDesk.Orchestrations.Domain.Policy.Questions;
using HelpDesk.Orchestrations.Tests.Runbooks;

namespace HelpDesk.Orchestrations.Tests.Policy.Files;

/// <summary><c>policy/questions.yaml</c>: what is written wrongly refuses the start, with file, line and what to write.</summary>
public sealed class QuestionsFileTests
{
    private const string File = "policy/questions.yaml";

    [Fact]
    public void Shipped_AsksEverythingInWorkingTime()
    {
        var rules = RulebookFixture.ShippedRulebook().Policy.Questions;

        rules.ByKind.Keys.ShouldBe(QuestionKinds.All, ignoreOrder: true);
        (rules.MostPerTicket, rules.AnswerWithin, rules.RemindAfter).ShouldBe((2, TimeSpan.FromHours(8), TimeSpan.FromHours(4)));
        rules.Feedback.IsAsked.ShouldBeTrue();
        rules.Lets(QuestionKinds.WhichDevice, "device.sync").ShouldBeTrue();
    }

    [Fact]
    public void Except_OfAQuestion_IsNotAskedForThatIntent()
    {
        var rules = new RulebookFixture().Replace(File, "{ id: which-device }", "{ id: which-device, except: [device.sync] }").Load().ShouldNotBeNull().Policy.Questions;

        rules.Lets(QuestionKinds.WhichDevice, "device.sync").ShouldBeFalse();
        rules.Lets(QuestionKinds.WhichDevice, "device.slow").ShouldBeTrue();
        (rules with { ByKind = new Dictionary<string, QuestionRule>() }).Lets(QuestionKinds.WhatProblem, null).ShouldBeFalse("a question that is not there is never asked");
    }

    [Theory]
    [InlineData("per-ticket: 2", "per-ticket: 3", "from 0 to 2")]
    [InlineData("id: which-device", "id: which-devise", "which-device")]
    [InlineData("id: which-access", "id: which-device", "twice")]
    [InlineData("time-zone: Etc/UTC", "time-zone: Berlin time", "Europe/Berlin")]
    [InlineData("until: \"18:00\"", "until: \"07:00\"", "not later than 'from'")]
    [InlineData("from: \"08:00\"", "from: \"8 am\"", "time of day")]
    [InlineData("days: [monday, tuesday, wednesday, thursday, friday]", "days: [montag]", "monday")]
    [InlineData("closed: []", "closed: [25.12.2026]", "2026-12-25")]
    [InlineData("remind-after: 4 hours", "remind-after: 9 hours", "not earlier")]
    [InlineData("offer: [identity.password-forgotten,", "offer: [identity.password-forgoten,", "identity.password-forgotten")]
    [InlineData("recontact-within: 7 days", "recontact-in: 7 days", "recontact-within")]
    public void Mistake_InTheFile_IsNamedWithWhatToWrite(string right, string wrong, string remedy)
    {
        var fixture = new RulebookFixture().Replace(File, right, wrong);

        fixture.Load().ShouldBeNull();

        fixture.Report.ToString().ShouldSatisfyAllConditions(report => report.ShouldContain("questions.yaml"), report => report.ShouldContain(remedy));
    }

    [Fact]
    public void File_ThatIsMissing_RefusesTheStart() => new RulebookFixture().Without(File).Load().ShouldBeNull();
}
