using System.Net;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using HelpDesk.Adapters.CheckpointArchive;
using HelpDesk.Adapters.Tests.Records;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Adapters.Tests.CheckpointArchive;

/// <summary>The archive against Azurite's blob service, with faults and lost answers put in between.</summary>
public sealed class BlobCheckpointArchiveTests(AzuriteBlobs azurite) : IClassFixture<AzuriteBlobs>
{
    private const string Copy = "{\"checkpoint\":{\"number\":7},\"hash\":\"ab\"}\n{\"leaves\":[\"\u00fc\"]}\n";

    [Fact]
    public async Task Copy_AddedTwice_IsOneBlobWithItsBytes()
    {
        var container = await ContainerAsync();
        var archive = new BlobCheckpointArchive(container);

        (await archive.AddAsync(7, Copy, default)).ShouldBeTrue();
        (await archive.AddAsync(7, Copy, default)).ShouldBeTrue();

        var blob = (await container.GetBlobsAsync().ToListAsync()).Single();
        blob.Name.ShouldBe("default/0000000000000000007.jsonl");
        (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString().ShouldBe(Copy);
    }

    [Fact]
    public async Task Copy_OtherThanTheOneThatIsThere_IsRefusedAndTheFirstStays()
    {
        var container = await ContainerAsync();
        var archive = new BlobCheckpointArchive(container);
        await archive.AddAsync(7, Copy, default);

        (await archive.AddAsync(7, Copy + "{}\n", default)).ShouldBeFalse();

        (await container.GetBlobClient(CheckpointCopy.NameOf(7)).DownloadContentAsync()).Value.Content.ToString().ShouldBe(Copy);
    }

    [Fact]
    public async Task Answer_ThatIsLost_IsNoConflict()
    {
        var container = await ContainerAsync();
        var lost = false;
        var archive = Behind(container, async (request, next) =>
        {
            using var answer = await next();
            if (request.Method != HttpMethod.Put || lost)
                return Again(answer, await answer.Content.ReadAsByteArrayAsync());
            lost = true;
            throw new HttpRequestException("the connection was broken");
        });

        (await archive.AddAsync(7, Copy, default)).ShouldBeTrue();

        lost.ShouldBeTrue();
        (await container.GetBlobsAsync().CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData(503, "ServerBusy", true, "is busy")]
    [InlineData(429, "TooManyRequests", true, "is busy")]
    [InlineData(403, "AuthorizationPermissionMismatch", false, "add and read blobs")]
    [InlineData(404, "ContainerNotFound", false, "CheckpointArchive:ContainerUri")]
    public async Task Answer_ThatIsAFault_IsOneVendorExceptionThatSaysWhatToDo(int status, string code, bool retryable, string hint)
    {
        var container = await ContainerAsync();
        var archive = Behind(container, (_, _) =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("") };
            response.Headers.Add("x-ms-error-code", code);
            return Task.FromResult(response);
        });

        var fault = await Should.ThrowAsync<VendorException>(() => archive.AddAsync(7, Copy, default));

        (fault.System, fault.Code, fault.IsRetryable).ShouldBe(("checkpoint-archive", code, retryable));
        fault.Message.ShouldContain(hint);
        (await container.GetBlobsAsync().CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Unreachable_Account_IsRetryable()
    {
        var archive = Behind(await ContainerAsync(), (_, _) => throw new HttpRequestException("no route"));

        var fault = await Should.ThrowAsync<VendorException>(() => archive.AddAsync(7, Copy, default));

        (fault.Code, fault.IsRetryable).ShouldBe(("unreachable", true));
    }

    [Fact]
    public async Task Container_ThatIsMissing_SaysSo()
    {
        var archive = new BlobCheckpointArchive(new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient("nobody-made-it"));

        (await Should.ThrowAsync<VendorException>(() => archive.AddAsync(1, Copy, default))).Message.ShouldContain("Create the container");
    }

    private async Task<BlobContainerClient> ContainerAsync()
    {
        var container = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient($"c{Guid.NewGuid():N}");
        await container.CreateAsync();
        return container;
    }

    private BlobCheckpointArchive Behind(BlobContainerClient container, Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> answer)
    {
        var options = CheckpointArchiveRegistration.ClientOptions(TimeSpan.FromSeconds(30));
        options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        options.Transport = new HttpClientTransport(new CannedTransport(answer));
        return new BlobCheckpointArchive(new BlobServiceClient(azurite.ConnectionString, options).GetBlobContainerClient(container.Name));
    }

    // What was read cannot be read again by the SDK.
    private static HttpResponseMessage Again(HttpResponseMessage answer, byte[] body)
    {
        var again = new HttpResponseMessage(answer.StatusCode) { Content = new ByteArrayContent(body) };
        foreach (var (name, values) in answer.Headers)
            again.Headers.TryAddWithoutValidation(name, values);
        foreach (var (name, values) in answer.Content.Headers)
            again.Content.Headers.TryAddWithoutValidation(name, values);
        return again;
    }
}
