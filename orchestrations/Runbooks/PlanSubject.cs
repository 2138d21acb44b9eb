using HelpDesk.Orchestrations.Directory;

namespace HelpDesk.Orchestrations.Runbooks;

/// <summary>Whose account and devices a plan is about, as the directory says.</summary>
/// <param name="Person">The person.</param>
/// <param name="Devices">Their devices.</param>
public sealed record PlanSubject(Person Person, IReadOnlyList<Device> Devices);
