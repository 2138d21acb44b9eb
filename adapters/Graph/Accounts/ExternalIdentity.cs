using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Accounts;

/// <summary>
/// Says whether an account is mastered in another tenant. The user type alone does not: cross-tenant synchronisation makes members, and an
/// administrator may make a guest a member.
/// </summary>
internal static class ExternalIdentity
{
    private const string Mark = "#EXT#";
    private const string Invitation = "Invitation";

    /// <summary>What must be selected of a user for the answer.</summary>
    public static readonly string[] Fields = ["userPrincipalName", "userType", "externalUserState", "creationType"];

    /// <summary>True for a guest, an invited member and a member of another tenant.</summary>
    public static bool Is(User user) =>
        string.Equals(user.UserType, "Guest", StringComparison.OrdinalIgnoreCase)
        || user.UserPrincipalName?.Contains(Mark, StringComparison.OrdinalIgnoreCase) == true
        || !string.IsNullOrEmpty(user.ExternalUserState)
        || string.Equals(user.CreationType, Invitation, StringComparison.OrdinalIgnoreCase);
}
