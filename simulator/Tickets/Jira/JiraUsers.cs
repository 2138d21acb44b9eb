using System.Text.Json.Nodes;
using HelpDesk.Simulator.Store;

namespace HelpDesk.Simulator.Tickets.Jira;

/// <summary>Accounts of the simulated site: people as portal customers, and the integration account.</summary>
internal sealed class JiraUsers(TicketPeople people, TicketBehaviour behaviour, SimulatorStore store)
{
    private const string HiddenKind = "jira.hidden-mail";

    /// <summary>An account; null when there is none.</summary>
    /// <param name="accountId">Its id.</param>
    /// <param name="withMail">False in webhooks, which never tell it.</param>
    public JsonObject? Show(string? accountId, bool withMail)
    {
        if (accountId == SimulatedIntegration.JiraAccountId)
            return User(accountId, SimulatedIntegration.DisplayName, withMail ? SimulatedIntegration.Mail : null, "atlassian");
        return accountId is not null && people.Find(accountId) is { } person && person.JiraAccountId == accountId && !behaviour.Of("jira").DeletedUsers.Contains(person.Mail, StringComparer.OrdinalIgnoreCase)
            ? User(accountId, person.DisplayName, withMail && store.Get<string>(HiddenKind, accountId) is null ? person.Mail : null, "customer")
            : null;
    }

    /// <summary>Hides or shows a person's mail address, as profile privacy does.</summary>
    public void SetPrivacy(string accountId, bool isHidden)
    {
        if (isHidden)
            store.Put(HiddenKind, accountId, accountId);
        else
            store.Remove<string>(HiddenKind, accountId);
    }

    /// <summary>Accounts whose name or mail address holds a text.</summary>
    public IEnumerable<JsonObject> Search(string query) => people.All
        .Where(person => person.DisplayName.Contains(query, StringComparison.OrdinalIgnoreCase) || (person.Mail?.Contains(query, StringComparison.OrdinalIgnoreCase) ?? false))
        .Select(person => Show(person.JiraAccountId, withMail: true))
        .OfType<JsonObject>()
        .Concat(people.All.Where(person => behaviour.Of("jira").DoubleUsers.Contains(person.Mail, StringComparer.OrdinalIgnoreCase) && person.Mail!.Contains(query, StringComparison.OrdinalIgnoreCase))
            .Select(static person => User($"{person.JiraAccountId}-2", person.DisplayName, person.Mail, "customer")));

    private static JsonObject User(string accountId, string name, string? mail, string type)
    {
        var user = new JsonObject
        {
            ["self"] = $"https://simulated.atlassian.net/rest/api/2/user?accountId={Uri.EscapeDataString(accountId)}",
            ["accountId"] = accountId,
            ["displayName"] = name,
            ["active"] = true,
            ["timeZone"] = "Europe/London",
            ["accountType"] = type,
        };
        if (mail is not null)
            user["emailAddress"] = mail;
        return user;
    }
}
