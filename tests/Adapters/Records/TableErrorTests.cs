using System.Net;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using HelpDesk.Adapters.TableStorage;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Record = HelpDesk.Orchestrations.Foundation.Records.Record;

namespace HelpDesk.Adapters.Tests.Records;

/// <summary>What the store does when Table Storage throttles, fails, refuses, or loses an answer.</summary>
public sealed class TableErrorTests(Azurite azurite) : IClassFixture<Azurite>
{
    private readonly string _partition = $"default|{Guid.NewGuid():N}";

    [Theory]
    [InlineData(429, "TooManyRequests", true)]
    [InlineData(503, "ServerBusy", true)]
    [InlineData(500, "InternalError", true)]
    [InlineData(408, "OperationTimedOut", true)]
    [InlineData(403, "AuthorizationPermissionMismatch", false)]
    [InlineData(404, "TableNotFound", false)]
    [InlineData(400, "InvalidInput", false)]
    public async Task Answer_ThatIsAFault_IsOneVendorException(int status, string code, bool retryable)
    {
        var (store, _) = Behind((_, _) => Task.FromResult(CannedTransport.Fault((HttpStatusCode)status, code)));

        foreach (var ask in All(store))
        {
            var fault = await Should.ThrowAsync<VendorException>(ask);
            (fault.System, fault.Code, fault.IsRetryable).ShouldBe(("store", code, retryable));
        }
    }

    [Fact]
    public async Task Throttled_WithRetryAfter_SaysHowLong()
    {
        var (store, _) = Behind((_, _) => Task.FromResult(CannedTransport.Fault(HttpStatusCode.ServiceUnavailable, "ServerBusy", 7)));

        (await Should.ThrowAsync<VendorException>(() => AddAsync(store))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task Unreachable_Account_IsRetryable()
    {
        var (store, _) = Behind((_, _) => throw new HttpRequestException("no route"));

        foreach (var ask in All(store))
        {
            var fault = await Should.ThrowAsync<VendorException>(ask);
            (fault.Code, fault.IsRetryable).ShouldBe(("unreachable", true));
            fault.Message.ShouldContain("TableStorage:ServiceUri");
        }
    }

    [Fact]
    public async Task NoAnswerInTime_IsARetryableTimeout()
    {
        var (store, _) = Behind((_, _) => throw new TaskCanceledException("the attempt's own limit"));

        var fault = await Should.ThrowAsync<VendorException>(() => AddAsync(store));
        (fault.Code, fault.IsRetryable).ShouldBe(("timeout", true));
    }

    [Fact]
    public async Task Cancelled_ByTheCaller_IsCancellationAndNoFault()
    {
        using var cancelled = new CancellationTokenSource();
        var (store, _) = Behind(async (_, _) =>
        {
            await cancelled.CancelAsync();
            throw new TaskCanceledException();
        });

        await Should.ThrowAsync<OperationCanceledException>(() => store.AddAsync(Tables.Cases, Row("a", "1"), cancelled.Token));
    }

    [Fact]
    public async Task LostAnswer_OfAnAdd_IsRecognisedAsItsOwn()
    {
        var (store, transport) = Behind(LoseFirstAnswer(), retries: 2);

        var etag = await AddAsync(store);

        transport.Requests.ShouldBe(3);
        (await azurite.Store.GetAsync(Tables.Cases, _partition, "a", default)).ShouldBe(new Record(_partition, "a", "1", etag.ShouldNotBeNull()));
    }

    [Fact]
    public async Task LostAnswer_OfAReplace_IsRecognisedAsItsOwn()
    {
        var first = await AddAsync(azurite.Store);
        var (store, _) = Behind(LoseFirstAnswer(), retries: 2);

        var etag = await store.ReplaceAsync(Tables.Cases, Row("a", "2", first), default);

        (await azurite.Store.GetAsync(Tables.Cases, _partition, "a", default)).ShouldBe(new Record(_partition, "a", "2", etag.ShouldNotBeNull()));
    }

    [Fact]
    public async Task LostAnswer_OfACommit_IsRecognisedAsItsOwn()
    {
        var (store, _) = Behind(LoseFirstAnswer(), retries: 2);

        (await store.CommitAsync(Tables.Cases, [Row("a", "1"), Row("b", "1")], default)).ShouldBeTrue();
        (await store.CommitAsync(Tables.Cases, [Row("a", "1"), Row("c", "1")], default)).ShouldBeFalse();
    }

    [Fact]
    public async Task ForeignEntity_InTheTable_IsToldAndNotGuessed()
    {
        var table = new TableClient(azurite.ConnectionString, Tables.Cases);
        await table.AddEntityAsync(new TableEntity(_partition, "foreign") { ["Note"] = "by hand" });

        (await Should.ThrowAsync<VendorException>(() => azurite.Store.GetAsync(Tables.Cases, _partition, "foreign", default))).Code.ShouldBe("foreign-record");
    }

    [Theory]
    [InlineData("ServiceUri", "http://x.table.core.windows.net", "https")]
    [InlineData("ServiceUri", "https://x.table.core.windows.net/?sig=abc", "https")]
    [InlineData("ConnectionString", "DefaultEndpointsProtocol=https;AccountName=x;AccountKey=eA==;EndpointSuffix=core.windows.net", "Azurite")]
    [InlineData("ConnectionString", "nonsense", "Azurite")]
    [InlineData("MaxRetries", "6", "0 to 5")]
    public async Task Settings_ThatAreWrong_RefuseTheStart(string setting, string value, string told)
    {
        using var host = Build(new() { [$"TableStorage:{setting}"] = value });

        var refused = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync());
        refused.Failures.ShouldContain(failure => failure.StartsWith($"TableStorage:{setting} ", StringComparison.Ordinal) && failure.Contains(told));
    }

    [Fact]
    public async Task Settings_ForAzurite_MakeTablesAndStore()
    {
        using var host = Build(new() { ["TableStorage:ConnectionString"] = azurite.ConnectionString, ["TableStorage:CreateTables"] = "true" });
        await host.StartAsync();

        (await AddAsync(host.Services.GetRequiredService<IRecordStore>())).ShouldNotBeNull();
    }

    private static IHost Build(Dictionary<string, string?> settings)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddTableStorageRecords(builder.Configuration);
        return builder.Build();
    }

    private static Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> LoseFirstAnswer()
    {
        var lost = false;
        return async (_, send) =>
        {
            var response = await send();
            if (lost)
                return response;
            lost = true;
            response.Dispose();
            throw new HttpRequestException("the connection broke before the answer");
        };
    }

    private IEnumerable<Func<Task>> All(TableRecordStore store) =>
    [
        () => AddAsync(store),
        () => store.GetAsync(Tables.Cases, _partition, "a", default),
        () => store.ReplaceAsync(Tables.Cases, Row("a", "1", "W/\"x\""), default),
        () => store.CommitAsync(Tables.Cases, [Row("a", "1")], default),
        async () =>
        {
            await foreach (var _ in store.QueryAsync(Tables.Cases, _partition, null, null, default))
            {
                // Only the asking matters.
            }
        },
    ];

    private Task<string?> AddAsync(IRecordStore store) => store.AddAsync(Tables.Cases, Row("a", "1"), default);

    private Record Row(string row, string json, string? etag = null) => new(_partition, row, json, etag);

    private (TableRecordStore Store, CannedTransport Transport) Behind(
        Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> answer, int retries = 0)
    {
        var transport = new CannedTransport(answer);
        var options = new TableClientOptions { Transport = new HttpClientTransport(transport), Retry = { MaxRetries = retries, Delay = TimeSpan.Zero } };
        return (new TableRecordStore(new TableServiceClient(azurite.ConnectionString, options)), transport);
    }
}
