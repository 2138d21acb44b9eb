using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class BreakGlassAccountsAreNeverTouchedTests
{
    private static readonly PolicySet RitaIsNamed = Scene.Policy with
    {
        Protection = Scene.Policy.Protection with { BreakGlassAccounts = Scene.Ids(Scene.Rita.ToUpperInvariant()) },
    };

    private static readonly PolicySet MaxIsNamed = Scene.Policy with { Protection = Scene.Policy.Protection with { BreakGlassAccounts = Scene.Ids(Scene.Max) } };

    [Theory]
    [InlineData("nobody concerned is one", VerdictOutcome.Allow)]
    [InlineData("the subject is in another group", VerdictOutcome.Allow)]
    [InlineData("the subject is in a break-glass group", VerdictOutcome.Refuse)]
    [InlineData("the subject is named, in capitals", VerdictOutcome.Refuse)]
    [InlineData("the subject is named and the directory no longer knows them", VerdictOutcome.Refuse)]
    [InlineData("the subject of a delegate is named and the directory no longer knows them", VerdictOutcome.Refuse)]
    [InlineData("the requester for somebody else is in a break-glass group", VerdictOutcome.Refuse)]
    [InlineData("the requester for somebody else is named", VerdictOutcome.Refuse)]
    [InlineData("a person who is not concerned is named", VerdictOutcome.Allow)]
    public void BreakGlass_WhoeverOfTheTwoItIs_Refused(string condition, VerdictOutcome verdict)
    {
        var own = Scene.Harmless();
        var delegated = Scene.Delegated(Scene.OnDevice("device.sync"));
        var (input, policy) = condition switch
        {
            "nobody concerned is one" => (own, Scene.Policy),
            "the subject is in another group" => (own with { Subject = Scene.Person(Scene.Rita, Scene.VipGroup) }, Scene.Policy),
            "the subject is in a break-glass group" => (own with { Subject = Scene.Person(Scene.Rita, "another", Scene.BreakGlassGroup) }, Scene.Policy),
            "the subject is named, in capitals" => (own, RitaIsNamed),
            "the subject is named and the directory no longer knows them" => (own with { Subject = null, Requester = null }, RitaIsNamed),
            "the subject of a delegate is named and the directory no longer knows them" => (delegated with { Subject = null }, RitaIsNamed),
            "the requester for somebody else is in a break-glass group" => (delegated with { Requester = Scene.Person(Scene.Max, Scene.BreakGlassGroup) }, Scene.Policy),
            "the requester for somebody else is named" => (delegated with { Requester = null }, MaxIsNamed),
            _ => (own, MaxIsNamed),
        };

        Scene.Ask(new BreakGlassAccountsAreNeverTouched(), input, policy).ShouldBe(verdict);
    }
}
