using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class WhatTheTicketDoesNotSayIsNeverPutToApprovalTests
{
    [Theory]
    [InlineData("device.wipe", TicketTraits.NotInTheWords, VerdictOutcome.Refuse)]
    [InlineData("user.disable-sign-in", TicketTraits.NotInTheWords, VerdictOutcome.Refuse)]
    [InlineData("user.grant-temporary-pass", TicketTraits.NotInTheWords, VerdictOutcome.Refuse)]
    [InlineData("device.locate", TicketTraits.NotInTheWords, VerdictOutcome.Refuse)]
    [InlineData("user.invented", TicketTraits.NotInTheWords, VerdictOutcome.Refuse)]
    [InlineData("device.sync", TicketTraits.NotInTheWords, null)]
    [InlineData("device.wipe", TicketTraits.TitleContradictsText, null)]
    [InlineData("device.wipe", null, null)]
    public void Step_OnAnIntentThatIsNotInTheWords_OnlyTheHarmlessIsPutToApproval(string remediation, string? doubt, VerdictOutcome? expected) =>
        (new WhatTheTicketDoesNotSayIsNeverPutToApproval().Judge(Doubted(remediation, doubt), Scene.Policy)?.Outcome).ShouldBe(expected);

    [Theory]
    [InlineData(TicketTraits.NotInTheWords, "the words for it are not in the ticket")]
    [InlineData(TicketTraits.TitleContradictsText, "title and text of the ticket speak of different things")]
    public void Doubt_PutToApproval_IsNamed_AndNoFigureIsInvented(string doubt, string words)
    {
        var input = Doubted("device.sync", doubt);

        var why = new PolicyEngine(Scene.Policy).Decide(input with { Triage = input.Triage with { Confidence = 0.65 } }).Why;

        why.ShouldContain(words);
        why.ShouldNotContain("65");
    }

    private static PolicyInput Doubted(string remediation, string? doubt)
    {
        var input = Scene.Input(remediation.StartsWith("device.", StringComparison.Ordinal) ? Scene.OnDevice(remediation) : Scene.OnUser(remediation));
        return input with { Triage = input.Triage with { Doubt = doubt } };
    }
}
