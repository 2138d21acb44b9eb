using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Access;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>Reads the conditions of an outcome and decides by their time limits what is true, what is not, and what is read again.</summary>
public sealed class OutcomeChecks(IEnumerable<IOutcomeCheck> checks, PolicySet policy, IOptions<HelpDeskOptions> options)
{
    // After the last moment at which a pass can be used, Entra may take a little to show that it was.
    private static readonly TimeSpan AfterPass = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, IOutcomeCheck> _checks = checks.ToDictionary(check => check.Name, StringComparer.Ordinal);

    /// <summary>Reads one condition, once.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="call">Whose outcome.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Never pending once the condition's time is over.</returns>
    /// <exception cref="VendorException">It cannot be read now.</exception>
    public async Task<OutcomeReading> ReadAsync(string name, OutcomeCall call, CancellationToken cancellation)
    {
        // A condition that nothing reads is not true: fail closed.
        if (OutcomeConditions.Find(name) is not { } condition || !_checks.TryGetValue(name, out var check))
            return OutcomeReading.Missed($"Nothing that is connected can read '{name}'.");
        var reading = await check.ReadAsync(call, cancellation);
        return reading.State == OutcomeState.Pending && call.Now >= call.CheckedFrom + WithinOf(condition)
            ? OutcomeReading.Missed($"{reading.Evidence} It was not so within {PlainDuration.Write(WithinOf(condition))}.")
            : reading;
    }

    /// <summary>Name under which device management lists the application that a plan or a ticket brings; null when none.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="appHint">How the ticket names an application; null when it does not.</param>
    public string? AppOf(Plan plan, string? appHint)
    {
        var groups = plan.Steps.Where(step => step.Remediation == "group.add-member").Select(step => step.Parameters.GetValueOrDefault("groupId")).OfType<string>();
        return groups.Select(id => policy.Access.ForGroup(new GroupId(id))).Append(appHint is null ? null : policy.Access.Match(appHint, AccessKind.Application))
            .Select(entry => entry?.Installs).FirstOrDefault(name => name is not null);
    }

    private TimeSpan WithinOf(OutcomeCondition condition) =>
        condition.WaitsForPass && options.Value.PassLifetime + AfterPass is var lifetime && lifetime > condition.Within ? lifetime : condition.Within;
}
