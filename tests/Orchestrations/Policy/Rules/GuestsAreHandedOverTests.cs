using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Rules;

namespace HelpDesk.Orchestrations.Tests.Policy.Rules;

public sealed class GuestsAreHandedOverTests
{
    [Theory]
    [InlineData(false, false, VerdictOutcome.Allow)]
    [InlineData(true, false, VerdictOutcome.Refuse)]
    [InlineData(false, true, VerdictOutcome.Refuse)]
    public void Guest_AsksOrIsAskedFor_Refused(bool requester, bool subject, VerdictOutcome verdict)
    {
        var input = Scene.Delegated(Scene.OnUser("user.revoke-sessions")) with
        {
            Requester = Scene.Person(Scene.Max) with { IsGuest = requester },
            Subject = Scene.Person(Scene.Rita) with { IsGuest = subject },
        };

        Scene.Ask(new GuestsAreHandedOver(), input).ShouldBe(verdict);
    }

    [Theory]
    [InlineData(VerdictOutcome.Allow, "guest.disable", "guest.leave-groups")]
    [InlineData(VerdictOutcome.Allow, "guest.disable", "user.tell-manager")]
    [InlineData(VerdictOutcome.Refuse, "guest.disable", "user.revoke-sessions")]
    [InlineData(VerdictOutcome.Refuse, "user.disable-sign-in")]
    public void StepsOnAGuest_OnlyThoseMadeForGuests_Pass(VerdictOutcome verdict, params string[] steps)
    {
        var input = Scene.Delegated([.. steps.Select(step => Scene.OnUser(step))]) with { Subject = Scene.Person(Scene.Rita) with { IsGuest = true } };

        Scene.Ask(new GuestsAreHandedOver(), input).ShouldBe(verdict);
    }

    [Theory]
    [InlineData(false, VerdictOutcome.Allow)]
    [InlineData(true, VerdictOutcome.Refuse)]
    public void StepsForGuests_AskedForByAGuest_AreStillHandedOver(bool isGuest, VerdictOutcome verdict)
    {
        var input = Scene.Delegated(Scene.OnUser("guest.disable")) with
        {
            Requester = Scene.Person(Scene.Max) with { IsGuest = isGuest },
            Subject = Scene.Person(Scene.Rita) with { IsGuest = true },
        };

        Scene.Ask(new GuestsAreHandedOver(), input).ShouldBe(verdict);
    }
}
