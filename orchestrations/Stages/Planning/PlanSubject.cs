using HelpDesk.Orchestrations.Domain.Directory;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>Whose account and devices a plan is about, as the directory says.</summary>
/// <param name="Person">The person.</param>
/// <param name="Devices">Their devices.</param>
/// <param name="Risk">What Entra holds against the account; read only for a runbook that asks. Default unknown.</param>
public sealed record PlanSubject(Person Person, IReadOnlyList<Device> Devices, AccountRisk Risk = AccountRisk.Unknown);
