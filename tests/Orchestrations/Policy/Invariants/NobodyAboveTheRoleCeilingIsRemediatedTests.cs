using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class NobodyAboveTheRoleCeilingIsRemediatedTests
{
    private const string Readers = "88d8e3e3-8f55-4a1e-953a-9b9898b8876b";
    private const string Inviter = "95e79109-95c0-4d8e-aee3-d01accf2d47b";
    private const string Global = "62e90394-69f5-4237-9190-012177145e10";
    private const string Helpdesk = "729827e3-9c14-49f7-bb1b-9608f156bbb8";
    private const string OfTheTenant = "5d6b6bb7-0000-4000-8000-96380a352509";
    private const string Nameless = "?";

    private static readonly NobodyAboveTheRoleCeilingIsRemediated Rule = new();

    [Theory]
    [InlineData(RoleCeiling.NoDirectoryRole, VerdictOutcome.Allow)]
    [InlineData(RoleCeiling.NoDirectoryRole, VerdictOutcome.Refuse, Readers)]
    [InlineData(RoleCeiling.NoDirectoryRole, VerdictOutcome.Refuse, Global)]
    [InlineData(RoleCeiling.NoDirectoryRole, VerdictOutcome.Refuse, Nameless)]
    [InlineData(RoleCeiling.NotPrivileged, VerdictOutcome.Allow)]
    [InlineData(RoleCeiling.NotPrivileged, VerdictOutcome.Allow, Readers)]
    [InlineData(RoleCeiling.NotPrivileged, VerdictOutcome.Allow, Readers, Inviter)]
    [InlineData(RoleCeiling.NotPrivileged, VerdictOutcome.Refuse, Helpdesk)]
    [InlineData(RoleCeiling.NotPrivileged, VerdictOutcome.Refuse, Readers, Inviter, Global)]
    [InlineData(RoleCeiling.NotPrivileged, VerdictOutcome.Refuse, OfTheTenant)]
    [InlineData(RoleCeiling.NotPrivileged, VerdictOutcome.Refuse, Readers, Nameless)]
    [InlineData((RoleCeiling)99, VerdictOutcome.Allow)]
    [InlineData((RoleCeiling)99, VerdictOutcome.Refuse, Readers)]
    public void Step_UnderACeiling_IsForWhomeverItCovers(RoleCeiling ceiling, VerdictOutcome verdict, params string[] roles)
    {
        var onAccount = Scene.Input(Scene.OnUser("user.revoke-sessions")).Described("user.revoke-sessions", known => known with { RoleCeiling = ceiling });
        var onDevice = Scene.Harmless().Described("device.sync", known => known with { RoleCeiling = ceiling });

        Scene.Ask(Rule, Holding(onAccount, roles)).ShouldBe(verdict);
        Scene.Ask(Rule, Holding(onDevice, roles)).ShouldBe(verdict);
    }

    [Theory]
    [InlineData(Readers, VerdictOutcome.Allow)]
    [InlineData(Helpdesk, VerdictOutcome.Refuse)]
    public void Undo_IsUnderTheCeilingOfItsStep(string role, VerdictOutcome verdict)
    {
        var input = Undoing.Of(Undoing.Original(Scene.OnUser("group.add-member"))).Described("group.add-member", known => known with { RoleCeiling = RoleCeiling.NotPrivileged });

        Scene.Ask(Rule, Holding(input, role)).ShouldBe(verdict);
    }

    [Theory]
    [InlineData(Readers, VerdictOutcome.Allow)]
    [InlineData(Helpdesk, VerdictOutcome.Refuse)]
    public void BulkTarget_IsUnderTheCeilingOfEachStep(string role, VerdictOutcome verdict)
    {
        var input = Scene.Input(Scene.OnDevice("device.sync"), Scene.OnDevice("device.restart")) with { IsBulk = true };
        input = input.Described("device.sync", known => known with { RoleCeiling = RoleCeiling.NotPrivileged }).Described("device.restart", known => known with { RoleCeiling = RoleCeiling.NotPrivileged });

        Scene.Ask(Rule, Holding(input, role)).ShouldBe(verdict);
        Scene.Ask(Rule, Holding(input.Described("device.restart", known => known with { RoleCeiling = RoleCeiling.NoDirectoryRole }), role)).ShouldBe(VerdictOutcome.Refuse);
    }

    [Fact]
    public void Step_ThatTheCatalogueDoesNotDescribe_IsForNobodyWithARole()
    {
        var input = Scene.Harmless() with { Catalogue = new Dictionary<string, RemediationDescriptor>(StringComparer.Ordinal) };

        Scene.Ask(Rule, Holding(input, Readers)).ShouldBe(VerdictOutcome.Refuse);
        Scene.Ask(Rule, input).ShouldBe(VerdictOutcome.Allow);
    }

    [Fact]
    public void Delegate_WithARole_IsNotTheOneItIsDoneTo()
    {
        var input = Scene.Delegated(Scene.OnUser("user.revoke-sessions"));

        Scene.Ask(Rule, input with { Requester = input.Requester! with { Roles = Held(Global) } }).ShouldBe(VerdictOutcome.Allow);
    }

    [Fact]
    public void Refusal_NamesTheRoleTheStepAndTheCeiling()
    {
        var input = Scene.Harmless().Described("device.sync", known => known with { RoleCeiling = RoleCeiling.NotPrivileged });

        Rule.Judge(Holding(input, Readers, Helpdesk), Scene.Policy).ShouldNotBeNull().Reason
            .ShouldBe("The account holds Helpdesk Administrator, and 'device-sync' is only for people without a privileged directory role.");
    }

    private static PolicyInput Holding(PolicyInput input, params string[] roles) => input with { Subject = input.Subject! with { Roles = Held(roles) } };

    private static List<HeldRole> Held(params string[] roles) => [.. roles.Select(role => role == Nameless ? HeldRole.Unknown : new HeldRole(role, BuiltInRoles.NameOf(role)))];
}
