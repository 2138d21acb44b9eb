using System.Globalization;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Objects;

/// <summary>A user at the start.</summary>
internal static class UserSeed
{
    // Two of the four licences have few owners: Visio leaves seats free, Project leaves none.
    private const int VisioOwners = 12;
    private const int ProjectOwners = 10;

    public static JsonObject Make(SimulatedPerson person, int index, DateTimeOffset now)
    {
        var skus = Skus(person, index).ToList();
        return new JsonObject
        {
            ["id"] = person.Id,
            ["displayName"] = person.DisplayName,
            ["givenName"] = NotEmpty(person.GivenName),
            ["surname"] = NotEmpty(person.Surname),
            ["userPrincipalName"] = person.UserPrincipalName,
            ["mail"] = person.Mail,
            ["mailNickname"] = person.UserPrincipalName.Split('@')[0],
            ["jobTitle"] = NotEmpty(person.JobTitle),
            ["department"] = NotEmpty(person.Department),
            ["officeLocation"] = person.IsFunctional ? null : "Main building",
            ["preferredLanguage"] = $"{person.Language}-{person.Country ?? (person.Language == "en" ? "US" : person.Language.ToUpperInvariant())}",
            ["usageLocation"] = person.Country,
            ["country"] = person.Country,
            ["accountEnabled"] = person.AccountEnabled,
            ["userType"] = person.IsGuest ? "Guest" : "Member",
            ["creationType"] = person.IsGuest ? "Invitation" : null,
            ["externalUserState"] = person.IsGuest ? "Accepted" : null,
            ["onPremisesSyncEnabled"] = person.IsSynced ? true : null,
            ["onPremisesImmutableId"] = person.IsSynced ? Convert.ToBase64String(Guid.Parse(person.Id).ToByteArray()) : null,
            ["passwordProfile"] = new JsonObject { ["password"] = null, ["forceChangePasswordNextSignIn"] = false, ["forceChangePasswordNextSignInWithMfa"] = false },
            ["businessPhones"] = new JsonArray(),
            ["mobilePhone"] = person.IsFunctional ? null : MobilePhone(index),
            ["signInActivity"] = person.IsFunctional ? null : new JsonObject { ["lastSignInDateTime"] = Moments.Text(now.AddHours(-2 - (index % 40))) },
            ["createdDateTime"] = Moments.Text(now.AddDays(-400 - index)),
            ["lastPasswordChangeDateTime"] = Moments.Text(now.AddDays(-30 - (index % 60))),
            ["signInSessionsValidFromDateTime"] = Moments.Text(now.AddDays(-30 - (index % 60))),
            ["assignedLicenses"] = new JsonArray([.. skus.Select(sku => LicenceOf(sku, []))]),
            ["licenseAssignmentStates"] = new JsonArray([.. skus.Select(sku => StateOf(sku, [], now.AddDays(-100)))]),
        };
    }

    /// <summary>Mobile phone number of the person with that index: of a range that is kept for fiction.</summary>
    public static string MobilePhone(int index) => string.Create(CultureInfo.InvariantCulture, $"+44 7700900{index % 1000:000}");

    /// <summary>An entry of <c>assignedLicenses</c>.</summary>
    public static JsonObject LicenceOf(string sku, IEnumerable<string> disabledPlans) => new() { ["skuId"] = sku, ["disabledPlans"] = GraphSeeds.Texts(disabledPlans) };

    /// <summary>An entry of <c>licenseAssignmentStates</c>.</summary>
    public static JsonObject StateOf(string sku, IEnumerable<string> disabledPlans, DateTimeOffset at) => new()
    {
        ["skuId"] = sku,
        ["disabledPlans"] = GraphSeeds.Texts(disabledPlans),
        ["assignedByGroup"] = null,
        ["state"] = "Active",
        ["error"] = "None",
        ["lastUpdatedDateTime"] = Moments.Text(at),
    };

    private static IEnumerable<string> Skus(SimulatedPerson person, int index)
    {
        if (person.Country is null || person.IsGuest || person.IsFunctional)
            yield break;
        yield return KnownSkus.Office;
        // The generated people come after the known ones, none of whom has an extra licence.
        var generated = index - KnownPeople.All.Count;
        if (generated is >= 0 and < VisioOwners)
            yield return KnownSkus.Visio;
        else if (generated is >= VisioOwners and < VisioOwners + ProjectOwners)
            yield return KnownSkus.Project;
    }

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;
}
