using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class ServiceAccountsAreNeverRemediatedTests
{
    [Theory]
    [InlineData(false, false, VerdictOutcome.Allow)]
    [InlineData(true, false, VerdictOutcome.Refuse)]
    [InlineData(false, true, VerdictOutcome.Refuse)]
    [InlineData(true, true, VerdictOutcome.Refuse)]
    public void FunctionalAccount_AsksOrIsAskedFor_Refused(bool requester, bool subject, VerdictOutcome verdict)
    {
        var input = Scene.Delegated(Scene.OnUser("user.revoke-sessions")) with
        {
            Requester = Scene.Person(Scene.Max) with { IsFunctional = requester },
            Subject = Scene.Person(Scene.Rita) with { IsFunctional = subject },
        };

        Scene.Ask(new ServiceAccountsAreNeverRemediated(), input).ShouldBe(verdict);
    }

    [Theory]
    [InlineData("svc-backup@contoso.example", null, null, VerdictOutcome.Refuse)]
    [InlineData("SVC-Backup@contoso.example", null, null, VerdictOutcome.Refuse)]
    [InlineData("rita.svc-field@contoso.example", null, null, VerdictOutcome.Allow)]
    [InlineData("rita@contoso.example", Scene.Rita, null, VerdictOutcome.Refuse)]
    [InlineData("rita@contoso.example", null, "accounts-of-programs", VerdictOutcome.Refuse)]
    [InlineData("rita@contoso.example", null, null, VerdictOutcome.Allow)]
    public void Account_ThatPolicyNamesAsAServiceAccount_Refused(string userName, string? named, string? group, VerdictOutcome verdict)
    {
        var policy = Scene.Policy with
        {
            Protection = Scene.Policy.Protection with
            {
                ServiceAccountNames = ["svc-"],
                ServiceAccounts = new HashSet<string>(named is null ? [] : [named]),
                ServiceAccountGroups = new HashSet<string>(["accounts-of-programs"]),
            },
        };
        var rita = Scene.Person(Scene.Rita) with { UserPrincipalName = userName, GroupIds = group is null ? [] : [group] };

        (new ServiceAccountsAreNeverRemediated().Judge(Scene.Harmless() with { Subject = rita, Requester = rita }, policy)?.Outcome ?? VerdictOutcome.Allow).ShouldBe(verdict);
    }
}
