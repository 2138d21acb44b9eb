using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class TargetIsTheRequestersOwnObjectTests
{
    [Theory]
    [InlineData("the requester's own device", VerdictOutcome.Allow)]
    [InlineData("somebody else's device", VerdictOutcome.Refuse)]
    [InlineData("a device that nobody owns", VerdictOutcome.Refuse)]
    [InlineData("a device that the directory does not know", VerdictOutcome.Refuse)]
    [InlineData("a device that the directory calls by another id", VerdictOutcome.Refuse)]
    [InlineData("a device whose owner changed since", VerdictOutcome.Refuse)]
    public void Device_ThatIsNotTheSubjects_Refused(string condition, VerdictOutcome verdict)
    {
        var input = Scene.Input(Scene.OnDevice("device.sync"));
        Device? found = condition switch
        {
            "the requester's own device" => Scene.Device(Scene.Laptop),
            "somebody else's device" => Scene.Device(Scene.Laptop, Scene.Max),
            "a device that nobody owns" => Scene.Device(Scene.Laptop, null),
            "a device that the directory does not know" => null,
            "a device that the directory calls by another id" => Scene.Device("device-2"),
            _ => Scene.Device(Scene.Laptop, Scene.Rita.ToUpperInvariant()),
        };
        var devices = new Dictionary<string, Device>(StringComparer.Ordinal);
        if (found is not null)
            devices[Scene.Laptop] = found;

        Scene.Ask(new TargetIsTheRequestersOwnObject(), input with { Devices = devices }).ShouldBe(verdict);
    }

    [Theory]
    [InlineData(Scene.Rita, TargetKind.User, VerdictOutcome.Allow)]
    [InlineData(Scene.Max, TargetKind.User, VerdictOutcome.Refuse)]
    [InlineData("", TargetKind.User, VerdictOutcome.Refuse)]
    [InlineData(Scene.Laptop, TargetKind.User, VerdictOutcome.Refuse)]
    [InlineData(Scene.Rita, TargetKind.Device, VerdictOutcome.Refuse)]
    [InlineData(Scene.Rita, (TargetKind)7, VerdictOutcome.Refuse)]
    public void Account_ThatIsNotTheSubjects_Refused(string target, TargetKind kind, VerdictOutcome verdict)
    {
        var own = Scene.OnDevice("device.sync");

        Scene.Ask(new TargetIsTheRequestersOwnObject(), Scene.Input(own, Scene.OnUser("user.revoke-sessions") with { TargetId = new TargetId(target), TargetKind = kind })).ShouldBe(verdict);
    }

    [Theory]
    [InlineData(SubjectRule.Delegate, "managers", VerdictOutcome.Allow)]
    [InlineData(SubjectRule.Delegate, null, VerdictOutcome.Refuse)]
    [InlineData(SubjectRule.Requester, "managers", VerdictOutcome.Refuse)]
    [InlineData(null, "managers", VerdictOutcome.Refuse)]
    public void SomebodyElse_OnlyByARunbookForDelegatesAndARuleThatHolds_Allowed(SubjectRule? runbook, string? delegation, VerdictOutcome verdict)
    {
        var input = Scene.Delegated(Scene.OnUser("user.revoke-sessions"), Scene.OnDevice("device.sync"));
        input = input with { Delegation = delegation, Runbook = runbook is { } subject ? input.Runbook! with { Subject = subject } : null };

        Scene.Ask(new TargetIsTheRequestersOwnObject(), input).ShouldBe(verdict);
    }

    [Theory]
    [InlineData(Scene.Rita, VerdictOutcome.Allow)]
    [InlineData(Scene.Max, VerdictOutcome.Refuse)]
    public void Delegate_AsksForOneAndTouchesTheirOwnDevice_Refused(string owner, VerdictOutcome verdict)
    {
        var input = Scene.Delegated(Scene.OnDevice("device.retire"));

        Scene.Ask(
            new TargetIsTheRequestersOwnObject(),
            input with { Devices = new Dictionary<string, Device>(StringComparer.Ordinal) { [Scene.Laptop] = Scene.Device(Scene.Laptop, owner) } }).ShouldBe(verdict);
    }

    [Theory]
    [InlineData(Scene.Rita, VerdictOutcome.Allow)]
    [InlineData(Scene.Max, VerdictOutcome.Refuse)]
    [InlineData(null, VerdictOutcome.Refuse)]
    public void Subject_GoneFromTheDirectory_Refused(string? found, VerdictOutcome verdict) =>
        Scene.Ask(new TargetIsTheRequestersOwnObject(), Scene.Harmless() with { Subject = found is null ? null : Scene.Person(found) }).ShouldBe(verdict);

    [Theory]
    [InlineData(Scene.Rita, VerdictOutcome.Allow)]
    [InlineData(Scene.Max, VerdictOutcome.Refuse)]
    public void SomebodyElse_OnTheListOfABulkRun_OnlyTheirOwnAccount(string target, VerdictOutcome verdict)
    {
        var input = Scene.Input(Scene.OnUser("user.revoke-sessions") with { TargetId = new TargetId(target) }).Planned(plan => plan with { RequesterId = new PersonId(Scene.Max) });

        Scene.Ask(new TargetIsTheRequestersOwnObject(), input with { IsBulk = true, Requester = Scene.Person(Scene.Max) }).ShouldBe(verdict);
    }
}
