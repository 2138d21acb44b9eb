using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>Finds the source of a kind of secret.</summary>
public sealed class HandOverSources(IEnumerable<ISecretSource> sources, IOptions<HelpDeskOptions> options)
{
    private readonly Dictionary<SecretKind, ISecretSource> _sources = sources.ToDictionary(source => source.Kind);

    /// <summary>The source of that kind.</summary>
    /// <exception cref="VendorException">None is connected; not retryable.</exception>
    public ISecretSource Of(SecretKind kind) => _sources.GetValueOrDefault(kind)
        ?? throw new VendorException("helpdesk", "no-source", $"Nothing that is connected gives a {SecretLabels.NameOf(kind)}.", isRetryable: false);

    /// <summary>What the source is asked for a hand-over.</summary>
    public SecretRequest RequestOf(HandOver handOver) => new(handOver.DeviceId ?? handOver.SubjectId, handOver.SubjectId, options.Value.PassLifetime);
}
