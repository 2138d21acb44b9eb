using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Chats;

/// <summary>The accounts of people in the simulated chat systems, derived from their object ids.</summary>
internal sealed class ChatPeople(SimulatedTenant tenant)
{
    private readonly Lazy<Dictionary<string, SimulatedPerson>> _byUser = new(() => tenant.People.ToDictionary(UserOf, StringComparer.Ordinal));

    /// <summary>The account of a person: letters and digits.</summary>
    public static string UserOf(SimulatedPerson person) => $"U{person.Id.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()}";

    /// <summary>The person of an account; null when there is none.</summary>
    public SimulatedPerson? Of(string? user) => user is not null && _byUser.Value.TryGetValue(user, out var person) ? person : null;

    /// <summary>A person by object id, mail address or principal name; null when there is none.</summary>
    public SimulatedPerson? Find(string? name) => name is null ? null : tenant.Find(name) ?? tenant.FindByMail(name);
}
