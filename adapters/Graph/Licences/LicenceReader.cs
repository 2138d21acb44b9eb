using HelpDesk.Adapters.Graph.Calls;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Licences;

/// <summary>Reads licences of people and the stock of the tenant.</summary>
internal sealed class LicenceReader(GraphGateway graph)
{
    private const string Permission = "LicenseAssignment.Read.All";

    private static readonly GraphOperation ReadStock = new("read the tenant's licences", Permission);
    private static readonly GraphOperation ReadOwn = new("read the user's licences", Permission) { Answers = [404] };

    /// <summary>The tenant's stock of licences, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, SubscribedSku>> StockAsync(CancellationToken cancellation)
    {
        var all = await graph.AllAsync<SubscribedSkuCollectionResponse, SubscribedSku>(
            ReadStock,
            (client, stop) => client.SubscribedSkus.GetAsync(cancellationToken: stop),
            (client, link, stop) => client.SubscribedSkus.WithUrl(link).GetAsync(cancellationToken: stop),
            page => page.Value,
            cancellation);
        return (all ?? []).Where(sku => sku.SkuId is not null).DistinctBy(sku => sku.SkuId).ToDictionary(sku => sku.SkuId!.Value);
    }

    /// <summary>Ids of the licences that the user has; null when there is no such user.</summary>
    public async Task<IReadOnlySet<Guid>?> OfAsync(string userId, CancellationToken cancellation) =>
        (await DetailsAsync(userId, cancellation))?.Select(licence => licence.SkuId).OfType<Guid>().ToHashSet();

    /// <summary>The licences that the user has, with what became of their services; null when there is no such user.</summary>
    public async Task<IReadOnlyList<LicenseDetails>?> DetailsAsync(string userId, CancellationToken cancellation) =>
        await graph.AllAsync<LicenseDetailsCollectionResponse, LicenseDetails>(
            ReadOwn,
            (client, stop) => client.Users[userId].LicenseDetails.GetAsync(cancellationToken: stop),
            (client, link, stop) => client.Users[userId].LicenseDetails.WithUrl(link).GetAsync(cancellationToken: stop),
            page => page.Value,
            cancellation);
}
