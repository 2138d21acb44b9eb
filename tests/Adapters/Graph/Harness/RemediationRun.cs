using System.Text.Json.Nodes;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Tests.Graph.Harness;

/// <summary>One remediation on the paper tenant, from plan to undo, over HTTP.</summary>
public sealed class RemediationRun : IAsyncDisposable
{
    private RemediationRun(string id, string? kind)
    {
        Graph = ScriptedGraph.Answering(Tenant.Answer);
        Tenant.Now = Graph.Time.GetUtcNow();
        Remediation = Graph.Get<RemediationCatalogue>().Get(id);
        Target = new RemediationTarget(
            Remediation.Descriptor.Target,
            Remediation.Descriptor.Target == TargetKind.User ? PaperTenant.Anna : PaperTenant.Laptop,
            Remediation.Descriptor.Parameters.Where(name => name != "expiresAfter").ToDictionary(
                name => name,
                name => name switch { "groupId" => PaperTenant.Team, "skuId" => PaperTenant.Sku, _ => kind ?? "microsoftAuthenticator" },
                StringComparer.Ordinal));
    }

    public PaperTenant Tenant { get; } = new();

    public ScriptedGraph Graph { get; }

    public IRemediation Remediation { get; }

    public RemediationTarget Target { get; set; }

    public CapturedState Captured { get; private set; } = new("{}", "");

    public RemediationCall Call { get; private set; } = null!;

    public static async Task<RemediationRun> Of(string id, Action<PaperTenant>? before = null, string? kind = null)
    {
        var run = new RemediationRun(id, kind);
        Ready(run.Tenant, id);
        before?.Invoke(run.Tenant);
        await run.CaptureAsync();
        return run;
    }

    public async Task CaptureAsync()
    {
        Captured = await Remediation.CaptureAsync(Target, CancellationToken.None);
        var step = new PlanStep("s", Remediation.Descriptor.Id, Target.Kind, new TargetId(Target.Id), "Anna", Target.Parameters, Captured.Json, Captured.Text);
        // An approval lies between plan and execution.
        Graph.Time.Advance(TimeSpan.FromMinutes(10));
        Tenant.Now = Graph.Time.GetUtcNow();
        Call = new RemediationCall(new CaseId("case"), step, "case/s", Graph.Time.GetUtcNow());
    }

    public Task<Precondition> Check() => Remediation.CheckAsync(Call, CancellationToken.None);

    public Task<RemediationReceipt> Execute() => Remediation.ExecuteAsync(Call, CancellationToken.None);

    public Task<ReadBack> Verify() => Remediation.VerifyAsync(Call, CancellationToken.None);

    public Task<RemediationReceipt> Undo() => Remediation.UndoAsync(Call, CancellationToken.None);

    public ValueTask DisposeAsync() => Graph.DisposeAsync();

    /// <summary>Makes the tenant such that the remediation has something to do.</summary>
    private static void Ready(PaperTenant tenant, string id)
    {
        switch (id)
        {
            case "user.enable-sign-in":
                tenant.User["accountEnabled"] = false;
                break;
            case "user.remove-licence":
                tenant.User["assignedLicenses"]!.AsArray().Add(new JsonObject { ["disabledPlans"] = new JsonArray(PaperTenant.Plan), ["skuId"] = PaperTenant.Sku });
                break;
            case "device.defender-quick-scan" or "device.defender-full-scan" or "device.defender-signatures" or "device.fresh-start" or "device.fresh-start-keep-data"
                or "device.wipe-keep-enrolment" or "device.wipe-keep-data":
                tenant.Device["operatingSystem"] = "Windows";
                break;
            case "group.remove-member":
                tenant.DirectGroups.Add(PaperTenant.Team);
                break;
        }
    }
}
