namespace HelpDesk.Simulator.Tenant;

/// <summary>A person of the simulated organisation, as every simulated system knows them.</summary>
/// <param name="Id">Entra object id.</param>
/// <param name="GivenName">Given name.</param>
/// <param name="Surname">Surname.</param>
/// <param name="UserPrincipalName">User principal name.</param>
/// <param name="Mail">Mail address; null for a few accounts without a mailbox.</param>
/// <param name="Language">Two-letter preferred language: en, de, es, fr.</param>
/// <param name="Country">Two-letter usage location; null for a few.</param>
/// <param name="Department">Department.</param>
/// <param name="JobTitle">Job title.</param>
/// <param name="ManagerId">Object id of the manager; null at the top and for a few.</param>
public sealed record SimulatedPerson(
    string Id,
    string GivenName,
    string Surname,
    string UserPrincipalName,
    string? Mail,
    string Language,
    string? Country,
    string Department,
    string JobTitle,
    string? ManagerId)
{
    /// <summary>Name as shown.</summary>
    public string DisplayName => IsFunctional ? UserPrincipalName.Split('@')[0] : $"{GivenName} {Surname}";

    /// <summary>False for an account that cannot sign in. Default true.</summary>
    public bool AccountEnabled { get; init; } = true;

    /// <summary>True for a guest of another organisation. Default false.</summary>
    public bool IsGuest { get; init; }

    /// <summary>True when Active Directory on premises owns the account. Default false.</summary>
    public bool IsSynced { get; init; }

    /// <summary>True for an account that is no person: a shared mailbox, a break-glass account. Default false.</summary>
    public bool IsFunctional { get; init; }

    /// <summary>ServiceNow <c>sys_user.sys_id</c> of this person: 32 hexadecimal digits, derived from the object id.</summary>
    public string ServiceNowId => Id.Replace("-", "", StringComparison.Ordinal);

    /// <summary>Jira account id of this person as a portal customer.</summary>
    public string JiraAccountId => $"qm:5b10a2844c20165700ede21g:{Id}";
}
