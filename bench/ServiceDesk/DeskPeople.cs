using HelpDesk.Bench.Product;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Bench.ServiceDesk;

/// <summary>The people of the simulated organisation at their browsers; each signs in once.</summary>
internal sealed class DeskPeople(Installation place) : IDisposable
{
    private readonly Dictionary<string, PageVisitor> _signedIn = new(StringComparer.Ordinal);
    private readonly SimulatedTenant _tenant = new();

    /// <summary>Who decides, in the order in which they look: whoever is not entitled is told so and leaves it.</summary>
    public static IReadOnlyList<SimulatedPerson> Approvers { get; } =
    [
        KnownPeople.ApplicationOwner, KnownPeople.SecondApplicationOwner, KnownPeople.SecurityApprover, KnownPeople.SecondSecurityApprover, KnownPeople.ThirdSecurityApprover,
        KnownPeople.ServiceDeskLead, KnownPeople.SecondServiceDeskLead,
    ];

    /// <summary>True for people of the service desk: what they decide is a technician's work.</summary>
    public static bool IsServiceDesk(SimulatedPerson person) => person == KnownPeople.ServiceDeskLead || person == KnownPeople.SecondServiceDeskLead;

    /// <summary>The person of an object id or user principal name.</summary>
    public SimulatedPerson? Find(string? id) => id is null ? null : _tenant.Find(id);

    /// <summary>The manager of a person; null when there is none.</summary>
    public SimulatedPerson? ManagerOf(string? id) => Find(id)?.ManagerId is { } manager ? Find(manager) : null;

    /// <summary>The browser of a person.</summary>
    public async Task<PageVisitor> BrowserOfAsync(SimulatedPerson person, CancellationToken cancellation) =>
        _signedIn.TryGetValue(person.Id, out var known) ? known
            : _signedIn[person.Id] = await PageVisitor.SignInAsync(place.Product, person.Id, person.UserPrincipalName, cancellation);

    public void Dispose()
    {
        foreach (var browser in _signedIn.Values)
            browser.Dispose();
    }
}
