using HelpDesk.Simulator.Graph.Contract;

namespace HelpDesk.Simulator.Graph.Calls;

/// <summary>
/// Says whether an operation's caller has a permission for it: the reference page's list where it has one, else the list of
/// the permissions file; both are in the contract.
/// </summary>
internal static class PermissionCheck
{
    // The page of adding a member also lists what reading other kinds of members needs, and that alone adds nobody.
    private const string AddMember = "POST /groups/{group-id}/members/$ref";
    private static readonly string[] AddMemberPermissions = ["GroupMember.ReadWrite.All", "Group.ReadWrite.All", "Directory.ReadWrite.All"];

    /// <summary>Permissions of which one is enough; empty when the operation decides by itself.</summary>
    public static IReadOnlyList<string> Enough(GraphOperation operation)
    {
        // Changing a user is decided property by property; a batch, call by call.
        if (operation.Name is "PATCH /users/{user-id}" or "POST /$batch")
            return [];
        if (operation.Name == AddMember)
            return AddMemberPermissions;
        var fromDocs = operation.Permissions("docsTable");
        var names = fromDocs.Count > 0 ? fromDocs : operation.Permissions("permissionsJson");
        // Some pages list permissions to read beside those to write.
        return operation.Method == "GET" ? WithWrites(names) : [.. names.Where(name => !name.Contains(".Read.", StringComparison.Ordinal))];
    }

    public static bool Allows(GraphOperation operation, IReadOnlyList<string> roles)
    {
        var enough = Enough(operation);
        return operation.Name is "PATCH /users/{user-id}" or "POST /$batch" || enough.Any(name => roles.Contains(name, StringComparer.Ordinal));
    }

    // Who may write may read.
    private static string[] WithWrites(IReadOnlyList<string> names) =>
        [.. names.Concat(names.Select(name => name.Replace(".Read.", ".ReadWrite.", StringComparison.Ordinal))).Distinct(StringComparer.Ordinal)];
}
