using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Policy;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Gets policy's verdict on one target of a bulk run, with facts that are read now.</summary>
public sealed class BulkPolicy(BulkFacts facts, PolicyEngine engine, IDirectory directory)
{
    /// <summary>The person who started a run, as the directory knows them now; null when it does not.</summary>
    /// <exception cref="VendorException">The directory cannot be read now.</exception>
    public Task<Person?> PersonAsync(PersonId personId, CancellationToken cancellation) => directory.GetPersonAsync(personId, cancellation);

    /// <summary>What policy says of a target's plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="starter">Who started the run; null when the directory does not know them.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The directory cannot be read now.</exception>
    public async Task<Verdict> JudgeAsync(Plan plan, Person? starter, CancellationToken cancellation)
    {
        var devices = new Dictionary<string, Device>(StringComparer.Ordinal);
        foreach (var id in plan.Steps.Where(step => step.TargetKind == TargetKind.Device).Select(step => step.TargetId).Distinct())
        {
            if (await directory.GetDeviceAsync(new DeviceId(id), cancellation) is { } device)
                devices[id] = device;
        }

        var subject = await directory.GetPersonAsync(plan.SubjectId, cancellation);
        return engine.Decide(await facts.GatherAsync(plan, starter, subject, devices, cancellation));
    }
}
