using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>Changing a user: each property needs its own permission (contracts: graph-operations 2).</summary>
internal sealed class UserChanges(GraphObjects objects, UserFinder users, GraphWrites writes, TimeProvider time) : IGraphPart
{
    private const int ShortestPassword = 8;
    private const string General = "User.ReadWrite.All";

    private static readonly string[] Fixed = ["id", "createdDateTime", "assignedLicenses", "licenseAssignmentStates", "signInSessionsValidFromDateTime", "lastPasswordChangeDateTime", "onPremisesSyncEnabled"];

    // Of an administrator, only a higher administrator may change these.
    private static readonly string[] Sensitive = ["accountEnabled", "passwordProfile", "mobilePhone", "businessPhones", "otherMails"];

    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations =>
        new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal) { ["PATCH /users/{user-id}"] = Change };

    private static bool MayChange(GraphRequest request, string property) => property switch
    {
        "accountEnabled" => request.HasAny("User.EnableDisableAccount.All") && request.HasAny("User.Read.All", General),
        "passwordProfile" => request.HasAny("User-PasswordProfile.ReadWrite.All"),
        "mobilePhone" or "businessPhones" => request.HasAny("User-Phone.ReadWrite.All", General),
        "otherMails" => request.HasAny("User-Mail.ReadWrite.All", General),
        "identities" => request.HasAny("User.ManageIdentities.All"),
        _ => request.HasAny(General, "User.ReadUpdate.All", "Directory.ReadWrite.All"),
    };

    private static string? PasswordFault(JsonNode? profile) =>
        (string?)profile?["password"] is { } password && (password.Length < ShortestPassword || new Func<char, bool>[] { char.IsLower, char.IsUpper, char.IsDigit, letter => !char.IsLetterOrDigit(letter) }.Count(password.Any) < 3)
            ? "The specified password does not comply with password complexity requirements. Please provide a different password."
            : null;

    private GraphAnswer Change(GraphRequest request)
    {
        var body = request.Body!;
        var names = body.Select(property => property.Key).Where(name => !name.Contains('@', StringComparison.Ordinal)).ToList();
        if (names.Any(name => !MayChange(request, name)) || (names.Count == 0 && !request.HasAny(General)))
            return GraphAnswer.Denied();
        if (users.Find(request) is not { } user)
            return GraphAnswer.Missing(request.UserId);
        var id = (string)user["id"]!;
        if (names.Any(Sensitive.Contains) && users.IsPrivileged(id))
            return GraphAnswer.Denied();
        if (names.Find(Fixed.Contains) is { } unchangeable)
            return GraphAnswer.BadRequest($"Property '{unchangeable}' is read-only and cannot be set.");
        if ((bool?)user["onPremisesSyncEnabled"] == true && names.Exists(name => name != "usageLocation"))
            return GraphAnswer.BadRequest("Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.");
        if (PasswordFault(body["passwordProfile"]) is { } fault)
            return GraphAnswer.BadRequest(fault);
        if (names.Contains("usageLocation") && (string?)body["usageLocation"] is { } place && (place.Length != 2 || !place.All(char.IsAsciiLetterUpper)))
            return GraphAnswer.BadRequest("Invalid value specified for property 'usageLocation' of resource 'User'.");

        var changed = user.DeepClone().AsObject();
        foreach (var name in names)
        {
            if (name == "passwordProfile")
                ChangePassword(changed, body[name]);
            else
                changed[name] = body[name]?.DeepClone();
        }

        if (JsonNode.DeepEquals(user, changed))
            return GraphAnswer.Nothing;

        objects.Put(ObjectKind.User, id, changed);
        writes.Note(request, id);
        return GraphAnswer.Nothing;
    }

    // Nobody, not even the simulator, keeps a password. Without one only the marks are set.
    private void ChangePassword(JsonObject user, JsonNode? profile)
    {
        var kept = user["passwordProfile"]!.AsObject();
        foreach (var (name, value) in profile?.AsObject() ?? [])
        {
            if (name is "forceChangePasswordNextSignIn" or "forceChangePasswordNextSignInWithMfa")
                kept[name] = value?.DeepClone();
        }

        if (profile?["password"] is not null)
            user["lastPasswordChangeDateTime"] = Moments.Text(time.GetUtcNow());
    }
}
