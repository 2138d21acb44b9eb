using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.CheckpointArchive;

/// <summary>Checks <see cref="CheckpointArchiveOptions"/> at start.</summary>
internal sealed class CheckpointArchiveOptionsValidator : IValidateOptions<CheckpointArchiveOptions>
{
    public ValidateOptionsResult Validate(string? name, CheckpointArchiveOptions options)
    {
        var faults = new List<string>();
        if (Endpoint.Fault("CheckpointArchive:ContainerUri", options.ContainerUri) is { } fault)
            faults.Add(fault);
        else if (new Uri(options.ContainerUri) is not { Query: "", Fragment: "", Segments: ["/", var container] } || container.EndsWith('/'))
            faults.Add("CheckpointArchive:ContainerUri must be the address of a container without a query, such as https://NAME.blob.core.windows.net/audit-checkpoints.");
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromSeconds(100))
            faults.Add("CheckpointArchive:Timeout must be 1 to 100 seconds.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
