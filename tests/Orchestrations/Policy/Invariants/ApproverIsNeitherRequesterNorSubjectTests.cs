using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class ApproverIsNeitherRequesterNorSubjectTests
{
    private const string Opener = "0a000000-0000-4000-8000-00000000000f";

    [Theory]
    [InlineData(Scene.Rita, Scene.Rita, VerdictOutcome.Allow)]
    [InlineData("", Scene.Rita, VerdictOutcome.Refuse)]
    [InlineData(Scene.Rita, "", VerdictOutcome.Refuse)]
    [InlineData(" ", Scene.Rita, VerdictOutcome.Refuse)]
    [InlineData(Scene.Rita, "\t", VerdictOutcome.Refuse)]
    public void Plan_ThatDoesNotSayWhoTheTwoAre_Refused(string requester, string subject, VerdictOutcome verdict) =>
        Scene.Ask(new ApproverIsNeitherRequesterNorSubject(), Scene.Harmless().Planned(plan => plan with { RequesterId = new PersonId(requester), SubjectId = new PersonId(subject) })).ShouldBe(verdict);

    [Theory]
    [InlineData("approver", null)]
    [InlineData(Scene.Max, "You asked for this yourself")]
    [InlineData("0A000000-0000-4000-8000-00000000000B", "You asked for this yourself")]
    [InlineData(Scene.Rita, "your own account")]
    [InlineData("0A000000-0000-4000-8000-00000000000A", "your own account")]
    [InlineData(Opener, "You opened this ticket")]
    [InlineData("0A000000-0000-4000-8000-00000000000F", "You opened this ticket")]
    [InlineData("", "does not say who you are")]
    [InlineData("  ", "does not say who you are")]
    public void Approver_WhoIsOneOfTheTwoOrNobody_MayNotDecide(string approver, string? why)
    {
        var answer = SeparationOfDuties.WhyNot(new PersonId(approver), new PersonId(Scene.Max), new PersonId(Scene.Rita), [Opener]);

        if (why is null)
            answer.ShouldBeNull();
        else
            answer.ShouldNotBeNull().ShouldContain(why);
    }
}
