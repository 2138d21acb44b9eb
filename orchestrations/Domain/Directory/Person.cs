using System.Text.Json.Serialization;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Directory;

/// <summary>A person as the directory knows them. Display values are untrusted text.</summary>
public sealed record Person
{
    /// <summary>Entra object id.</summary>
    public required PersonId Id { get; init; }

    /// <summary>User principal name.</summary>
    public required string UserPrincipalName { get; init; }

    /// <summary>Display name.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Primary mail address.</summary>
    public string? Mail { get; init; }

    /// <summary>Two-letter language (<c>en</c>, <c>de</c>, <c>es</c>, <c>fr</c>), when known.</summary>
    public string? Language { get; init; }

    /// <summary>Department.</summary>
    public string? Department { get; init; }

    /// <summary>Job title.</summary>
    public string? JobTitle { get; init; }

    /// <summary>Two-letter usage location; needed before a licence.</summary>
    public string? UsageLocation { get; init; }

    /// <summary>SKU ids of the licences, lower case, sorted ordinally.</summary>
    public IReadOnlyList<string> LicenceIds { get; init; } = [];

    /// <summary>True when sign-in is allowed.</summary>
    public bool AccountEnabled { get; init; }

    /// <summary>True for an identity of another organisation: a guest, an invited member, a member by cross-tenant synchronisation.</summary>
    public bool IsGuest { get; init; }

    /// <summary>True for an account that is no single person's own (shared or room mailbox, service account): it has neither given name nor surname and is no guest.</summary>
    public bool IsFunctional { get; init; }

    /// <summary>True when mastered on premises: cloud-only changes would be refused or overwritten.</summary>
    public bool IsSynced { get; init; }

    /// <summary>
    /// Directory roles that the account holds, directly or through a group; empty only when it is known to hold none. What cannot be read
    /// is in it as <see cref="HeldRole.Unknown"/>.
    /// </summary>
    public IReadOnlyList<HeldRole> Roles { get; init; } = [];

    /// <summary>True when the account holds a directory role or nobody can know.</summary>
    [JsonIgnore]
    public bool IsPrivileged => Roles.Count > 0;

    /// <summary>Ids of all groups, through groups too; sorted ordinally.</summary>
    public IReadOnlyList<string> GroupIds { get; init; } = [];
}
