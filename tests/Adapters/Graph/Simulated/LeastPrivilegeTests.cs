using HelpDesk.Adapters.Graph;
using HelpDesk.Adapters.Tests.Graph.Matrix;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Stages.Health;

namespace HelpDesk.Adapters.Tests.Graph.Simulated;

/// <summary>
/// Each remediation with exactly the roles that its descriptor declares, on a tenant that refuses everything else; and with each of them
/// missing, which is told before anybody is asked for approval.
/// </summary>
public class LeastPrivilegeTests
{
    public static TheoryData<string> Names => RemediationRows.Names;

    public static TheoryData<string, string> EachRole
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var (id, role) in RemediationRows.Descriptors.SelectMany(descriptor => descriptor.Permissions.Select(role => (descriptor.Id, role))))
                rows.Add(id, role);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Remediation_WithExactlyItsRoles_IsDoneAndUndone(string row)
    {
        await using var run = await MatrixRun.StartAsync(row, RolesOf(RemediationRows.Descriptor(RemediationRows.Get(row))));
        (await MissingAsync(run.Graph, run.Row.Id)).ShouldBeEmpty();
        (await run.CheckAsync()).ShouldBe(Precondition.Ready);

        await run.ExecuteAsync();

        run.Effects.ShouldBe(run.Row.Effects);
        await run.VerifiedAsync();
        (await run.UndoAsync()).HadEffect.ShouldBe(run.Remediation.Descriptor.Reversibility == Reversibility.Undoable);
    }

    [Theory]
    [MemberData(nameof(EachRole))]
    public async Task Role_Missing_IsNamedByThePreflight(string id, string role)
    {
        var roles = RolesOf(Descriptor(id)).ToDictionary(pair => pair.Key, pair => pair.Value.Where(granted => granted != role).ToArray());
        await using var graph = await SimulatedGraph.StartAsync(roles);

        (await MissingAsync(graph, id)).ShouldBe([role]);

        graph.Get<DependencyNotes>().Of("graph").ShouldHaveSingleItem().ShouldContain($"the application permission {role} ");
    }

    [Fact]
    public async Task Role_ThatMayWrite_IsEnoughToRead()
    {
        var roles = RolesOf(Descriptor("user.revoke-sessions"));
        roles[GraphIdentity.Read] = ["User.ReadWrite.All"];
        await using var graph = await SimulatedGraph.StartAsync(roles);

        (await MissingAsync(graph, "user.revoke-sessions")).ShouldBeEmpty();
    }

    private static Task<IReadOnlyList<string>> MissingAsync(SimulatedGraph graph, string id) =>
        graph.Get<IPermissionPreflight>().MissingAsync(graph.Get<RemediationCatalogue>().Get(id).Descriptor, CancellationToken.None);

    // What changes goes to the class of the remediation, what reads to the reading identity. A change that answers with the user it
    // changed needs to read it, too.
    private static Dictionary<GraphIdentity, string[]> RolesOf(RemediationDescriptor descriptor)
    {
        var changes = descriptor.Permissions.Where(role => !IsRead(role)).ToList();
        if (changes.Contains("User.EnableDisableAccount.All"))
            changes.Add("User.Read.All");
        var roles = Enum.GetValues<GraphIdentity>().ToDictionary(identity => identity, _ => Array.Empty<string>());
        roles[GraphIdentity.Read] = [.. descriptor.Permissions.Where(IsRead)];
        roles[descriptor switch
        {
            { Target: TargetKind.Device, IsHandOver: false } => GraphIdentity.DeviceActions,
            { TouchesCredentials: true } => GraphIdentity.CredentialWrites,
            { Target: TargetKind.Device } => GraphIdentity.DeviceActions,
            _ => GraphIdentity.IdentityWrites,
        }] = [.. changes];
        return roles;
    }

    // Who reads what opens a computer is no reader.
    private static bool IsRead(string role) => role.Contains(".Read.", StringComparison.Ordinal) && role is not ("DeviceLocalCredential.Read.All" or "BitlockerKey.Read.All");

    private static RemediationDescriptor Descriptor(string id) => RemediationRows.Descriptors.Single(descriptor => descriptor.Id == id);
}
