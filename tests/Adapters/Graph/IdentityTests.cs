using HelpDesk.Adapters.Graph;
using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Tests.Graph;

/// <summary>Each change goes to Graph as the identity of its class of risk, and everything else as the one that can only read.</summary>
public class IdentityTests
{
    [Theory]
    [MemberData(nameof(RemediationTests.All), MemberType = typeof(RemediationTests))]
    public async Task Change_OfEveryRemediation_GoesAsItsOwnIdentity(string id)
    {
        await using var run = await RemediationRun.Of(id);
        await run.Check();
        await run.Execute();
        await run.Verify();
        if (((IEnumerable<object[]>)RemediationTests.Undoable).Any(row => (string)row[0] == id))
            await run.Undo();

        AsWhom(run, writes: true).ShouldBe([run.Remediation.Descriptor switch
        {
            { Target: HelpDesk.Orchestrations.Domain.Remediations.TargetKind.Device } => GraphIdentity.DeviceActions,
            { TouchesCredentials: true } => GraphIdentity.CredentialWrites,
            _ => GraphIdentity.IdentityWrites,
        }]);
        AsWhom(run, writes: false).ShouldBe([GraphIdentity.Read]);
    }

    [Fact]
    public async Task Pass_MadeAndTakenBack_GoesAsTheOneForCredentials()
    {
        await using var run = await RemediationRun.Of("user.grant-temporary-pass");
        await run.Graph.Source(SecretKind.TemporaryPass).GetAsync(new SecretRequest(new TargetId(PaperTenant.Anna), new PersonId(PaperTenant.Anna), TimeSpan.FromHours(1)), CancellationToken.None);
        await run.Undo();

        AsWhom(run, writes: true).ShouldBe([GraphIdentity.CredentialWrites]);
        AsWhom(run, writes: false).ShouldBe([GraphIdentity.Read]);
    }

    private static GraphIdentity[] AsWhom(RemediationRun run, bool writes) =>
    [
        .. run.Graph.Requests.Where(request => request.Method != "GET" == writes)
            .Select(request => request.Headers["Authorization"]).Distinct(StringComparer.Ordinal)
            .Select(header => Enum.GetValues<GraphIdentity>().Single(identity => header == $"Bearer {CredentialsByIdentity.TokenOf(identity)}")),
    ];
}
