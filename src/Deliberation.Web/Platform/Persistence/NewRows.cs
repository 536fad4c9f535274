using System.Data.Common;
using Deliberation.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Deliberation.Web.Platform.Persistence;

/// <summary>
/// Writes new objects, and the lists they own, into the tables that the model maps them to, with its conversions: a
/// column added to the model is written too. Without a change tracker, by statements prepared once: for those who
/// write thousands a second. Nothing is told: the caller keeps the events.
/// </summary>
internal sealed class NewRows(DbConnection connection, IModel model) : IAsyncDisposable
{
    private readonly Dictionary<Type, Table> tables = [];

    public async Task AddAsync(object thing, DbTransaction transaction)
    {
        if (!tables.TryGetValue(thing.GetType(), out var table))
        {
            var type = model.FindEntityType(thing.GetType());
            tables[thing.GetType()] = table = new Table(connection, type!); // asked only for what is mapped
        }

        await table.InsertAsync(thing, owner: null, transaction);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var table in tables.Values)
        {
            await table.DisposeAsync();
        }
    }

    private sealed class Table : IAsyncDisposable
    {
        private readonly DbCommand insert;
        private readonly List<Func<object, object?, object?>> columns = [];
        private readonly List<(INavigation List, Table Table)> owned;

        public Table(DbConnection connection, IEntityType type)
        {
            var store = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value; // every type has one
            insert = connection.CreateCommand();
            var names = new List<string>();
            foreach (var property in type.GetFlattenedProperties())
            {
                var parameter = insert.CreateParameter();
                parameter.ParameterName = $"@p{names.Count}";
                insert.Parameters.Add(parameter);
                names.Add($"\"{property.GetColumnName(store)}\"");
                columns.Add(Converted(property, Reader(property)));
            }

            insert.CommandText =
                $"INSERT INTO \"{store.Name}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select((_, i) => $"@p{i}"))})";
            owned =
            [
                .. type.GetNavigations()
                    .Where(list => list.ForeignKey.IsOwnership && !list.IsOnDependent)
                    .Select(list => (list, new Table(connection, list.TargetEntityType))),
            ];
        }

        public async Task InsertAsync(object thing, object? owner, DbTransaction transaction)
        {
            insert.Transaction = transaction;
            for (var i = 0; i < columns.Count; i++)
            {
                insert.Parameters[i].Value = columns[i](thing, owner) ?? DBNull.Value;
            }

            await insert.ExecuteNonQueryAsync();
            foreach (var (list, table) in owned)
            {
                foreach (
                    var part in (System.Collections.IEnumerable?)list.GetGetter().GetClrValue(thing)
                        ?? Array.Empty<object>()
                )
                {
                    await table.InsertAsync(part, thing, transaction);
                }
            }
        }

        public async ValueTask DisposeAsync()
        {
            await insert.DisposeAsync();
            foreach (var (_, table) in owned)
            {
                await table.DisposeAsync();
            }
        }

        private static Func<object, object?, object?> Converted(
            IProperty property,
            Func<object, object?, object?> read
        )
        {
            var converter = property.GetTypeMapping().Converter;
            return converter is null
                ? read
                : (thing, owner) =>
                    read(thing, owner) is { } value ? converter.ConvertToProvider(value) : null;
        }

        private static Func<object, object?, object?> Reader(IProperty property)
        {
            if (property.Name == nameof(Aggregate.Revision))
            {
                return (_, _) => 1; // the first time it is kept
            }

            if (property.IsShadowProperty())
            {
                var key = property.GetContainingForeignKeys().SingleOrDefault(key => key.IsOwnership);
                var named = key?.PrincipalKey.Properties[0].GetGetter();
                return (_, owner) => owner is null ? null : named?.GetClrValue(owner);
            }

            var own = property.GetGetter();
            if (property.DeclaringType is not IComplexType part)
            {
                return (thing, _) => own.GetClrValue(thing);
            }

            var whole = part.ComplexProperty.GetGetter();
            return (thing, _) => whole.GetClrValue(thing) is { } value ? own.GetClrValue(value) : null;
        }
    }
}
